import * as z from 'zod'
import { STATUSES } from '@/lib/ledger/status'
import { cellAnswer, questionAnswer } from './answer'
import { DEFAULT_FROM } from './question-segments'

/** A Beijing day. */
const day = z.iso.date()

/** A status as it is read: its word, and what qualifies it ("until 10 November 2026", "3 listed"). */
const shownStatus = z.strictObject({
  status: z.enum([...STATUSES, 'mixed']),
  beforeEffect: z.boolean(),
  word: z.string(),
  details: z.array(z.string()),
})

/** Words that lead somewhere: a path of this site that never changes (`/r/…`), or a source elsewhere. */
const link = z.strictObject({ text: z.string(), href: z.string() })

const single = z.union([z.string(), z.number(), z.boolean(), shownStatus, link])

/** What stands in one place of a table; `null` is an empty place, a list stands on lines of its own. */
const value = z.union([single, z.null(), z.array(single)])

const column = z.strictObject({
  /** The name for machines: `lastDay`. */
  key: z.string(),
  /** The heading for readers: "Last day in force". */
  title: z.string(),
  holds: z.enum(['text', 'day', 'number', 'truth', 'status', 'link', 'list']),
})

/** A table: every row has one value for each column. */
const table = z.strictObject({
  key: z.string(),
  title: z.string(),
  columns: z.array(column),
  rows: z.array(z.array(value)),
  /** Whether readers are shown it; the others say for machines what the grid or a drawing says for readers. */
  shown: z.boolean(),
})

/** Materials by forms or by regimes, as the matrix is read: a place is `null` where the question does not arise. */
const grid = z.strictObject({
  title: z.string(),
  corner: z.string(),
  /** `group` heads columns that stand side by side: "Basic forms"; empty for what has none. */
  columns: z.array(z.strictObject({ key: z.string(), title: z.string(), group: z.string() })),
  /** What a place says where the question does not arise: "no such form". */
  none: z.string(),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      titleZh: z.string(),
      /** "Dy"; empty for what has none. */
      symbol: z.string(),
      /** What else stands at the head of the row: "66", "heavy". */
      details: z.array(z.string()),
      cells: z.array(shownStatus.nullable()),
    }),
  ),
})

/** Days of one state of a lane, both inclusive; `lastDay: null` is without end. */
const stretch = z.strictObject({ from: day, lastDay: day.nullable(), shown: shownStatus })

/** A drawing on the axis of days, with everything it shows in words. */
const timeline = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** The days the drawing reaches over. */
  from: day,
  to: day,
  /** The asked day. */
  asked: day,
  lanes: z.array(
    z.strictObject({
      /** Lanes of one group stand together: "Forms". */
      group: z.string(),
      title: z.string(),
      /** What it shows on the asked day. */
      now: z.string(),
      /** What its stretches tell: the status of cells, or what lines do; of lines, `shown.status` lends its shape alone. */
      tells: z.enum(['status', 'state']),
      stretches: z.array(stretch),
    }),
  ),
  /** What was said or done: claims and events. `when` is as exact as is known: `2025-05` is drawn at its first day. */
  marks: z.array(z.strictObject({ on: day, when: z.string(), kind: z.enum(['claim', 'event']), title: z.string() })),
  /** What the drawing shows, told in sentences for whoever cannot see it. */
  alternative: z.string(),
})

/**
 * An answer as it leaves the site: whole, in words, with nothing left to look up or to compute. Exports, images, frames,
 * feeds and snapshots are made from it, so they cannot disagree; a snapshot is nothing but the canonical JSON of one.
 *
 * It depends on its coordinates and the release alone, and on whether its day had come when it was made.
 */
export const exhibit = z.strictObject({
  /** Of this shape. A shape that was ever published is read for ever. */
  format: z.literal(1),
  /** Of the rules (`RULE_VERSION`). */
  rules: z.int().positive(),
  /** The name of the view: `matrix`. */
  view: z.string(),
  /** Where it is read: the pinned path `/r/1/2025-11-08/matrix`, and the path that means "now, by everything recorded". */
  address: z.string(),
  live: z.string(),
  question: questionAnswer,
  scope: z.enum(['rare-earths', 'all']),
  /** The Beijing day on which the revision was recorded: days after it were ahead. */
  recordedOn: day,
  /** Whether the asked day had not come when this was made: what is said of it is scheduled. */
  ahead: z.boolean(),
  verifiedThrough: day.nullable(),
  title: z.string(),
  /** One paragraph for search results and previews. */
  description: z.string(),
  /** The three clocks and the last look, a sentence each: "Law as of 8 November 2025". */
  clocks: z.array(z.string()),
  /** What is asked besides the day: "Exports from China to any destination, civil end use." */
  asked: z.string(),
  /** The answer in sentences. */
  sentences: z.array(z.string()),
  /** Every cell that is answered, as the API tells it. */
  cells: z.array(cellAnswer),
  grid: grid.nullable(),
  timelines: z.array(timeline),
  tables: z.array(table),
  /** Each word that is used, with its one sentence. */
  legend: z.array(z.strictObject({ shown: shownStatus, meaning: z.string() })),
  /** What must be read with it: not the law, on what terms it may be used, what is disputed. */
  notes: z.array(z.string()),
})

export type Exhibit = z.infer<typeof exhibit>

/** Whether something else is asked than the plain question, which no title names. */
export function isRefined({ from, to, use, party, route }: Exhibit['question']): boolean {
  return from !== DEFAULT_FROM || to !== null || use !== 'civil' || party !== null || route !== 'export'
}

export type ExhibitTable = z.infer<typeof table>
export type ExhibitColumn = z.infer<typeof column>
export type ExhibitValue = z.infer<typeof value>
export type ExhibitGrid = z.infer<typeof grid>
export type ExhibitTimeline = z.infer<typeof timeline>
export type ShownInExhibit = z.infer<typeof shownStatus>
