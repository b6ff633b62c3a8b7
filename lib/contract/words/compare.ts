import type { Difference } from '@/lib/ledger/compare/compare'
import type { CauseGroup, DifferenceGroup } from '@/lib/ledger/compare/groups'
import type { Held, Relief } from '@/lib/ledger/compare/relief'
import type { Seen } from '@/lib/ledger/compare/seen'
import type { Cause, Step } from '@/lib/ledger/compare/steps'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import { nameOfCountry } from '../countries'
import type { NameOf } from '../history/names'
import { say } from './catalogue'
import { dayInWords } from './day'
import { materialsInShort } from './impact-cells'
import { listed, sentences } from './list'
import { statusWord } from './status'

/** The two questions that are compared. */
export type Compared = { readonly before: Question; readonly after: Question }

/** What qualifies a status: how long it lasts, what its text gives, what holds in any case, how much it covers. */
export function qualifiersOf({ status, resumes, floor, coverage, lastDay, next }: Seen): readonly string[] {
  return [
    ...(resumes === null ? [] : [say('compare.seen.resumes', { word: statusWord(resumes) })]),
    ...(status !== 'pause-ended' || floor === 'not-controlled'
      ? []
      : [say('compare.seen.floor', { word: statusWord(floor) })]),
    ...(lastDay === null ? [] : [say('compare.seen.until', { day: dayInWords(lastDay) })]),
    ...(next === null ? [] : [say('compare.seen.then', { word: statusWord(next.status) })]),
    ...(coverage === 'named' && status !== 'not-controlled' ? [say('compare.seen.named')] : []),
  ]
}

/** What a reader sees of a cell in running text: `paused before effect (until 10 November 2026)`. */
export function seenInWords(seen: Seen | null, qualified = true): string {
  if (seen === null) return say('compare.seen.none')
  const word = statusWord(seen.status, seen.beforeEffect)
  const details = qualified ? listed(qualifiersOf(seen), 'apart') : ''
  return details === '' ? word : say('compare.seen.qualified', { word, details })
}

/** `44 of 118 cells differ: 44 the law changed.` */
export function summaryInWords(groups: readonly CauseGroup[], total: number): string {
  const differing = groups.reduce((sum, { count }) => sum + count, 0)
  if (differing === 0) return say('compare.none', { total })
  return say('compare.summary', { differing, total, causes: listed(groups.map(causeInWords), 'clauses') })
}

/** `5 the law changed`: how many cells a cause has. */
export function causeInWords({ cause, count }: { readonly cause: Cause; readonly count: number }): string {
  return say(`compare.cause.${cause}`, { count })
}

/** What became of cells that went the same way, in one sentence. */
export function groupInWords(group: DifferenceGroup, compared: Compared, nameOf: NameOf): string {
  const { before, after, cells, materials } = group
  const values = {
    why: whyInWords(group, compared, nameOf),
    count: cells.length,
    materials: materialsInShort(materials, nameOf),
    before: seenInWords(before),
    after: seenInWords(after),
  }
  if (group.cause === 'wording') return say('compare.reworded', values)
  return say('compare.group', { ...values, turn: group.turn })
}

/** What did it: `From 10 November 2025, by No. 70 of 2025`. */
export function whyInWords(
  { step, turnsOn, movers }: Pick<Difference, 'step' | 'turnsOn' | 'movers'>,
  compared: Compared,
  nameOf: NameOf,
): string {
  const what =
    step.of === 'on' && turnsOn !== null
      ? say(compared.before.on < compared.after.on ? 'compare.step.from' : 'compare.step.before', {
          day: dayInWords(turnsOn),
        })
      : stepInWords(step, compared, nameOf)
  const by = movers.map((key) => nameOf('instrument', key))
  return by.length === 0 ? what : say('compare.step.by', { what, instruments: listed(by, 'and') })
}

/** One step on the way from the first question to the second. */
export function stepInWords(step: Step, { before, after }: Compared, nameOf: NameOf): string {
  if (step.of === 'revision') {
    const kind = say(`compare.kind.${step.kind}`)
    return say(step.undone ? 'compare.step.undone' : 'compare.step.revision', { number: step.number, kind })
  }
  if (step.of === 'rules') return say('compare.step.rules')
  if (step.of === 'on') return say('compare.step.on', { day: dayInWords(after.on) })
  const field = step.of
  const words = (question: Question) => partInWords(field, question, nameOf)
  return say('compare.step.asked', {
    label: say(`address.field.${field}`),
    before: words(before),
    after: words(after),
  })
}

function partInWords(field: 'known' | 'from' | 'to' | 'use' | 'party' | 'route', asked: Question, nameOf: NameOf) {
  switch (field) {
    case 'known':
      return asked.known === null ? say('compare.asked.everything') : dayInWords(asked.known)
    case 'from':
      return nameOfCountry(asked.from)
    case 'to':
      return asked.to === null ? say('matrix.asked.any') : nameOfCountry(asked.to)
    case 'use':
      return say(`matrix.form.${asked.use}`)
    case 'party':
      return asked.party === null ? say('compare.asked.noParty') : nameOf('party', asked.party)
    case 'route':
      return say(`matrix.route.${asked.route}`)
  }
}

/** What an easing comes to: how many cells it opened, how many stayed closed, and under what. */
export function reliefInWords({ opened, shut, unclear, closed, held }: Relief, nameOf: NameOf): string {
  const under = (one: Held) =>
    say('compare.relief.under', { count: one.cells.length, instrument: nameOf('instrument', one.instrument) })
  return sentences(
    say('compare.relief.opened', { count: opened.length }),
    ...(shut.length === 0 ? [] : [say('compare.relief.shut', { count: shut.length })]),
    ...(unclear.length === 0 ? [] : [say('compare.relief.unclear', { count: unclear.length })]),
    closed === 0
      ? say('compare.relief.noneClosed')
      : say('compare.relief.closed', { count: closed, under: listed(held.map(under), 'clauses') }),
  )
}

/** What the easing of an instrument comes to on a day, beside the same law without it. */
export function easedInWords(relief: Relief, on: LocalDate, nameOf: NameOf): string {
  return sentences(say('compare.relief.without', { day: dayInWords(on) }), reliefInWords(relief, nameOf))
}

/** A day of an instrument, as the link to what it changed says it. */
export function effectDayInWords({
  what,
  on,
}: {
  readonly what: 'issued' | 'effective' | 'ended'
  readonly on: LocalDate
}) {
  return say(`compare.instrument.${what}`, { day: dayInWords(on) })
}
