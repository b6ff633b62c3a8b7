import type { Kind } from '@/lib/ledger/change'
import type { Printed } from '../draft'
import { WIDGETS, type Widgets } from './kinds'
import type { Widget } from './widget'

/** A record of a kind before anything is typed: what no field says is empty, what is usual is chosen. */
export function blankRecord(kind: Kind): Printed {
  return blankFields(WIDGETS[kind])
}

/** The fields of a record, a group or a row, before anything is typed. */
export function blankFields(fields: Widgets): Printed {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, widget]) => widget.as !== 'group' || !widget.optional)
      .map(([name, widget]) => [name, blankOf(widget)]),
  )
}

/** What a field is before anything is typed, and when its form did not show it. */
export function blankOf(widget: Widget): unknown {
  switch (widget.as) {
    case 'yes-no':
      return false
    case 'number':
    case 'share':
      return null
    case 'choice':
      return widget.preset ?? (widget.orNone ? null : '')
    case 'texts':
    case 'codes':
    case 'ticked':
    case 'picked':
      return widget.orNone ? null : (widget.preset ?? [])
    case 'every-or':
    case 'rows':
      return []
    case 'group':
      return blankFields(widget.fields)
    default:
      return widget.orNone ? null : ''
  }
}

/** Whether two printed values say the same. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
