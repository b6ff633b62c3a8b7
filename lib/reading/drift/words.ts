import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { dayInShort, dayInWords } from '@/lib/contract/words/day'
import { canonicalJson } from '@/lib/formats/canonical'
import { localDate } from '@/lib/ledger/interval'
import { readExhibit } from '../exhibit'

/** An answer without cells is compared by what it says; its clocks and addresses always differ, and so do both asked days. */
export async function isToldOtherwise(frozen: Exhibit, now: Coordinates): Promise<boolean> {
  const read = await readExhibit(now)
  if (!read.ok) return false
  const days = daysIn([frozen.question.on, read.value.question.on])
  return told(read.value, days) !== told(frozen, days)
}

/** What is said, with one word for the asked day of either: "in force on 21 November 2026" is told the same a day later. */
function told({ title, sentences, tables, timelines }: Exhibit, days: RegExp): string {
  const lines = timelines.map(({ lanes, marks }) => ({ lanes, marks }))
  return canonicalJson({ title, sentences, tables, lines }).replaceAll(PINNED, '').replaceAll(days, 'the asked day')
}

/** Links in tables are pinned: where they lead is the same, under another revision and other days. */
const PINNED = /\/r\/\d+\/\d{4}-\d{2}-\d{2}(\/known\/\d{4}-\d{2}-\d{2})?/g

/** Days as they are told. "8 November 2025" is no part of "18 November 2025". */
function daysIn(days: readonly string[]): RegExp {
  const spelled = days.flatMap((day) => [day, dayInWords(localDate(day)), dayInShort(localDate(day))])
  return new RegExp(`(?<!\\d)(${spelled.join('|')})(?!\\d)`, 'g')
}
