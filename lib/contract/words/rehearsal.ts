import type { LocalDate } from '@/lib/ledger/interval'
import { daysBetween } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import type { Otherwise, Told } from '@/lib/ledger/rehearsal/otherwise'
import type { Reached } from '@/lib/ledger/rehearsal/reached'
import type { FateGroup, RehearsedCell } from '@/lib/ledger/rehearsal/rehearse'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import type { NameOf } from '../history/names'
import { say } from './catalogue'
import { dayInWords } from './day'
import { materialsInShort } from './impact-cells'
import { instrumentName } from './instrument'
import { listed } from './list'
import { askedInWords } from './matrix'
import { statusWord } from './status'

/** A rehearsal, as far as words need it. */
export type Rehearsed = {
  readonly instrument: Instrument
  readonly supposes: 'recorded' | 'extended' | 'shortened'
  readonly until: LocalDate | null
  readonly suspending: Suspending
  readonly lastDay: LocalDate | null
  readonly firstAfter: LocalDate | null
  readonly verified: boolean
  readonly verifiedThrough: LocalDate | null
}

/** `Hypothetical: the suspension by No. 70 of 2025 is extended to 10 January 2027` */
export function rehearsalTitle({ instrument, supposes, lastDay, firstAfter }: Rehearsed): string {
  const name = instrumentName(instrument)
  if (lastDay === null || firstAfter === null) return say('rehearsal.heading.endless', { name })
  if (supposes === 'recorded') return say('rehearsal.heading.recorded', { name, first: dayInWords(firstAfter) })
  return say(`rehearsal.heading.${supposes}`, { name, last: dayInWords(lastDay) })
}

/** What is supposed, beside the three clocks; `null` where nothing is. */
export function supposedClock({ instrument, supposes, suspending, lastDay }: Rehearsed): string | null {
  if (supposes === 'recorded' || lastDay === null) return null
  const values = { name: instrumentName(instrument), last: dayInWords(lastDay) }
  if (suspending.lastDay === null) return say('rehearsal.clockEndless', values)
  return say('rehearsal.clock', { ...values, recorded: dayInWords(suspending.lastDay) })
}

/** What must be read before the answer: whether it is supposed, and that nobody has looked at what follows. */
export function bannerInWords(page: Rehearsed): readonly string[] {
  const { supposes, suspending, lastDay, firstAfter, until, verified, verifiedThrough } = page
  if (lastDay === null || firstAfter === null) return [say('rehearsal.banner.endless')]
  const [last, first] = [dayInWords(lastDay), dayInWords(firstAfter)]
  if (supposes !== 'recorded') {
    const recorded = suspending.lastDay
    return [
      recorded === null
        ? say('rehearsal.banner.hypotheticalEndless')
        : say('rehearsal.banner.hypothetical', { recorded: dayInWords(recorded) }),
      say('rehearsal.banner.supposed'),
    ]
  }
  return [
    say('rehearsal.banner.recorded', { last, first }),
    ...(until === null ? [] : [say('rehearsal.banner.same')]),
    ...(suspending.assumedInclusive ? [say('rehearsal.assumed', { last })] : []),
    verified && verifiedThrough !== null
      ? say('rehearsal.banner.verified', { through: dayInWords(verifiedThrough) })
      : say('rehearsal.banner.unverified', { last, first }),
  ]
}

/** From which day one looks, and how the suspension stands on it by the record. */
export function lookedInWords({ suspending }: Pick<Rehearsed, 'suspending'>, from: LocalDate): string {
  const { firstDay, lastDay } = suspending
  const on = dayInWords(from)
  if (from < firstDay) return say('rehearsal.looked.before', { on, begins: dayInWords(firstDay) })
  if (lastDay === null) return say('rehearsal.looked.endless', { on })
  const days = daysBetween(from, lastDay)
  return days < 0 ? say('rehearsal.looked.after', { on, days: -days }) : say('rehearsal.looked.during', { on, days })
}

/** How many cells meet which fate, in one sentence; `null` where no day is rehearsed. */
export function fatesInWords(page: Pick<Rehearsed, 'firstAfter'>, cells: readonly RehearsedCell[]): string | null {
  if (page.firstAfter === null) return null
  const count = (...fates: readonly RehearsedCell['fate'][]) => cells.filter(({ fate }) => fates.includes(fate)).length
  return say('rehearsal.answer', {
    first: dayInWords(page.firstAfter),
    total: cells.length,
    closes: count('closes'),
    stricter: count('stricter'),
    closed: count('closed-anyway'),
    unclear: count('unclear-anyway'),
    open: count('open-anyway', 'waits'),
  })
}

/** That nothing which was suspended bears on the cells, and whether it does under other questions; `null` where it does. */
export function untouchedInWords({
  firstAfter,
  touched,
  reached,
  instrument,
}: Pick<Rehearsed, 'firstAfter' | 'instrument'> & {
  readonly touched: boolean
  readonly reached: readonly Reached[]
}): string | null {
  if (touched || firstAfter === null) return null
  return say('rehearsal.untouched', { name: instrumentName(instrument), questions: reached.length })
}

/** `Exports from China to the United States, civil end use. 13 cells of Ga, Ge and Sb`: a question, and what is seen under it. */
export function reachedInWords({ question, cells, materials }: Reached, nameOf: NameOf): string {
  return say('rehearsal.reached', {
    asked: askedInWords({ question }),
    count: cells,
    materials: materialsInShort(materials, nameOf),
  })
}

/** What becomes of cells of one fate, and by what: what the texts give never stands without what nobody has verified. */
export function fateInWords({ fate, regimes, cells }: FateGroup, nameOf: NameOf): string {
  return say(`rehearsal.group.${fate}`, {
    regimes: listed(regimes.map((key) => nameOf('regime', key))),
    count: cells.length,
    materials: materialsInShort([...new Set(cells.map(({ material }) => material))], nameOf),
    gives: toldInWords(cells[0].after),
  })
}

/** From when to when cells read otherwise than by the record. */
export function otherwiseInWords({ from, lastDay, recorded, supposed, cells }: Otherwise, nameOf: NameOf): string {
  const values = {
    from: dayInWords(from),
    count: cells.length,
    materials: materialsInShort([...new Set(cells.map(({ material }) => material))], nameOf),
    recorded: toldInWords(recorded),
    supposed: toldInWords(supposed),
  }
  if (lastDay === null) return say('rehearsal.otherwise.open', values)
  return say('rehearsal.otherwise.span', { ...values, last: dayInWords(lastDay) })
}

/** A status, with what the texts give where nobody has looked: never the one without the other. */
export function toldInWords({ status, resumes, beforeEffect }: Told): string {
  const word = statusWord(status, beforeEffect)
  return resumes === null ? word : say('rehearsal.told.text', { word, gives: statusWord(resumes) })
}
