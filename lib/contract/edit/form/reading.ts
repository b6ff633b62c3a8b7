import type { Kind } from '@/lib/ledger/change'
import type { Printed } from '../draft'
import { blankFields, blankOf, saysTheSame } from './blank'
import { readFigure, readShare } from './figure'
import { WIDGETS, type Widgets } from './kinds'
import { readCodes, readLines } from './lines'
import { EVERY, type Posted, ROW } from './posted'
import type { Group, Line, Many, Rows, Widget } from './widget'

/** What was posted, by the name of the field. Names that are no field of the form are never asked for. */
type Answers = ReadonlyMap<string, readonly string[]>

/**
 * A posted form as the record it describes, right or wrong: whether it is one is asked elsewhere. Values stay as they were
 * typed, without the blanks around them; a field that may be empty and is says `null`, one that was not shown says what a
 * new record says.
 */
export function readForm(kind: Kind, posted: readonly Posted[]): Printed {
  return readFields(WIDGETS[kind], answersOf(posted), '')
}

export function answersOf(posted: readonly Posted[]): Answers {
  const answers = new Map<string, string[]>()
  for (const [name, value] of posted) {
    const plain = value.replace(/\r\n?/g, '\n')
    const before = answers.get(name)
    if (before === undefined) answers.set(name, [plain])
    else before.push(plain)
  }
  return answers
}

function readFields(fields: Widgets, answers: Answers, prefix: string): Printed {
  const read = Object.entries(fields).map(
    ([field, widget]) => [field, readField(widget, answers, prefix + field)] as const,
  )
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

function readField(widget: Widget, answers: Answers, name: string): unknown {
  if (widget.as === 'group') return readGroup(widget, answers, name)
  if (widget.as === 'rows') return readRows(widget, answers, name)
  const values = answers.get(name)
  if (values === undefined) return blankOf(widget)
  const typed = values.find((value) => value !== '')?.trim() ?? ''
  switch (widget.as) {
    case 'yes-no':
      return values.includes('yes')
    case 'number':
      return readFigure(typed)
    case 'share':
      return readShare(typed)
    case 'choice':
      return typed === '' && widget.orNone ? null : typed
    case 'every-or':
      return answers.get(name + EVERY)?.find((word) => word !== '') ?? named(widget, values)
    case 'texts':
    case 'codes':
    case 'ticked':
    case 'picked':
      return readMany(widget, values)
    default:
      return readLine(widget, typed)
  }
}

function readLine(widget: Line, typed: string): string | null {
  if (typed === '' && widget.orNone) return null
  return widget.names === undefined ? typed : codeOf(widget.names, typed)
}

function readMany(widget: Many, values: readonly string[]): readonly string[] | null {
  const all = values.join('\n')
  const read = widget.as === 'texts' ? readLines(all) : widget.as === 'codes' ? readCodes(all) : named(widget, values)
  return read.length === 0 && widget.orNone ? null : read
}

function named({ names }: Pick<Many, 'names'>, values: readonly string[]): readonly string[] {
  return values
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => (names === undefined ? value : codeOf(names, value)))
}

/** Codes of countries are in capitals, however they were typed. */
function codeOf(names: string, typed: string): string {
  return names === 'country' || names === 'jurisdiction' ? typed.toUpperCase() : typed
}

/** A group that nothing was written in is left out where it may be. */
function readGroup({ fields, optional }: Group, answers: Answers, name: string): Printed | undefined {
  const read = readFields(fields, answers, `${name}.`)
  return optional && saysTheSame(read, blankFields(fields)) ? undefined : read
}

/** The rows in the order in which they stood; one that nothing was written in is none. */
function readRows({ fields }: Rows, answers: Answers, name: string): readonly Printed[] {
  const blank = blankFields(fields)
  return (answers.get(name + ROW) ?? [])
    .filter((id) => id !== '')
    .map((id) => readFields(fields, answers, `${name}.${id}.`))
    .filter((row) => !saysTheSame(row, blank))
}
