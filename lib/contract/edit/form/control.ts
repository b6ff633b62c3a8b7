import type { Kind } from '@/lib/ledger/change'
import type { Printed } from '../draft'
import { blankOf, saysTheSame } from './blank'
import { figureText, shareText } from './figure'
import { WIDGETS, type Widgets } from './kinds'
import { linesOf } from './lines'
import type { Choice, EveryOr, Figure, Group, Line, Many, Rows, Widget } from './widget'

type Field = {
  /** The name that the field is posted under: `sources.0.locator`. */
  readonly name: string
  /** The part of the catalogue that names the field, and its name there. */
  readonly words: string
  readonly field: string
  /** Whether it says something else than a new record would: then it is shown wherever it belongs or not. */
  readonly said: boolean
}

/** One field of a form with what stands in it. */
export type Control = Field &
  (
    | { readonly type: 'text'; readonly widget: Line | Figure; readonly value: string }
    | { readonly type: 'lines'; readonly widget: Many; readonly value: string }
    | { readonly type: 'choice'; readonly widget: Choice; readonly value: string }
    | { readonly type: 'yes-no'; readonly on: boolean }
    | { readonly type: 'ticked'; readonly widget: Many; readonly chosen: readonly string[] }
    | { readonly type: 'picked'; readonly widget: Many; readonly chosen: readonly string[] }
    | {
        readonly type: 'every-or'
        readonly widget: EveryOr
        readonly every: string
        readonly chosen: readonly string[]
      }
    | { readonly type: 'group'; readonly widget: Group; readonly controls: readonly Control[] }
    | {
        readonly type: 'rows'
        readonly widget: Rows
        readonly rows: readonly ControlRow[]
        readonly spare: ControlRow[]
      }
  )

export type ControlRow = { readonly id: string; readonly controls: readonly Control[] }

export type ControlOf<Type extends Control['type']> = Extract<Control, { readonly type: Type }>

/** The form of a record with what was typed so far. @param spare how many empty rows stand ready at the end of each list. */
export function controlsOf(kind: Kind, printed: Printed, spare = 0): readonly Control[] {
  return controls(kind, WIDGETS[kind], printed, { prefix: '', spare })
}

type Place = { readonly prefix: string; readonly spare: number }

function controls(words: string, widgets: Widgets, printed: Printed, place: Place): readonly Control[] {
  return Object.entries(widgets).map(([field, widget]) => control({ words, field }, widget, printed[field], place))
}

function control(
  { words, field }: { readonly words: string; readonly field: string },
  widget: Widget,
  value: unknown,
  { prefix, spare }: Place,
): Control {
  const name = `${prefix}${field}`
  const at: Field = { name, words, field, said: !saysTheSame(value ?? null, blankOf(widget)) }
  switch (widget.as) {
    case 'yes-no':
      return { ...at, type: 'yes-no', on: value === true }
    case 'number':
      return { ...at, type: 'text', widget, value: figureText(value) }
    case 'share':
      return { ...at, type: 'text', widget, value: shareText(value) }
    case 'choice':
      return { ...at, type: 'choice', widget, value: textOf(value) }
    case 'texts':
    case 'codes':
      return { ...at, type: 'lines', widget, value: linesOf(textsOf(value)) }
    case 'ticked':
      return { ...at, type: 'ticked', widget, chosen: textsOf(value) }
    case 'picked':
      return { ...at, type: 'picked', widget, chosen: textsOf(value) }
    case 'every-or':
      return { ...at, type: 'every-or', widget, every: typeof value === 'string' ? value : '', chosen: textsOf(value) }
    case 'group': {
      const inside = controls(widget.words, widget.fields, objectOf(value), { prefix: `${name}.`, spare })
      return { ...at, type: 'group', widget, controls: inside, said: value !== undefined && at.said }
    }
    case 'rows':
      return { ...at, type: 'rows', widget, ...rowsOf(name, widget, value, spare) }
    default:
      return { ...at, type: 'text', widget, value: textOf(value) }
  }
}

function rowsOf(name: string, { words, fields }: Rows, value: unknown, spare: number) {
  const typed = Array.isArray(value) ? value.map(objectOf) : []
  const row = (printed: Printed, index: number): ControlRow => ({
    id: String(index),
    controls: controls(words, fields, printed, { prefix: `${name}.${index}.`, spare: 0 }),
  })
  const empty = objectOf(Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, blankOf(one)])))
  return {
    rows: typed.map(row),
    spare: Array.from({ length: spare }, (_, index) => row(empty, typed.length + index)),
  }
}

/** What a text field shows of a value, whatever it is: nothing that was stored is hidden for being of the wrong kind. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : []
}

function objectOf(value: unknown): Printed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
