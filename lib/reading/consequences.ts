import 'server-only'
import { DEFAULT_FROM } from '@/lib/contract/address'
import { lensInWords } from '@/lib/contract/history/lens-words'
import type { NameOf } from '@/lib/contract/history/names'
import { impactOf } from '@/lib/ledger/impact'
import type { Flip } from '@/lib/ledger/impact/cell'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { compare } from '@/lib/ledger/order'
import { materialsInScope } from '@/lib/ledger/scope'
import type { Status } from '@/lib/ledger/status'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { Answered } from '@/lib/ledger/timeline'
import { lawOf } from './opened'

type Side = { readonly status: Status; readonly beforeEffect: boolean }

/** Cells that flip alike: on the same days, from one status to another, under the same questions. */
type Group = {
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly before: Side
  readonly after: Side
  /** Whether the plain question, which names nothing, is among them. */
  readonly isPlain: boolean
  readonly questions: readonly string[]
  readonly materials: readonly { readonly key: string; readonly name: string; readonly forms: readonly string[] }[]
  readonly cells: number
}

/** What one state of the record answers differently from another: cells in groups that flip alike, and claims. */
export function consequencesOf(before: WholeRecord, after: WholeRecord, nameOf: NameOf) {
  const { flips, claims, firstDay } = impactOf(before, after)
  const law = lawOf(after, null)
  const cells = new Set(flips.map(({ material, form }) => `${material} ${form}`))
  return {
    cells: cells.size,
    firstDay,
    groups: groupsOf(flips, law, lawOf(before, null), nameOf),
    claims: claims.map(({ claim, on, before: was, after: is }) => ({
      key: claim,
      name: nameOf('claim', claim),
      on,
      before: was.word,
      after: is.word,
    })),
  }
}

/** First by days, statuses and question; then questions that flip the very same cells are told together. */
function groupsOf(flips: readonly Flip[], law: Law, old: Law, nameOf: NameOf): readonly Group[] {
  const byQuestion = grouped(flips, (flip) => `${kindOf(flip)} ${lensInWords(flip.lens, nameOf)}`)
  const alike = grouped([...byQuestion.values()], (group) => `${kindOf(first(group))} ${cellsOf(group).join(' ')}`)
  return [...alike.values()]
    .map((groups): Group => {
      const one = first(groups)
      const { from, to, before, after } = first(one)
      return {
        from,
        to,
        before: sideOf(before),
        after: sideOf(after),
        isPlain: groups.some((group) => isPlain(first(group).lens)),
        questions: groups.map((group) => lensInWords(first(group).lens, nameOf)),
        materials: materialsOf(one, law, old),
        cells: cellsOf(one).length,
      }
    })
    .sort(
      (a, b) =>
        Number(b.isPlain) - Number(a.isPlain) ||
        compare(a.from, b.from) ||
        b.cells - a.cells ||
        a.questions.length - b.questions.length,
    )
}

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    const there = groups.get(name)
    if (there) there.push(item)
    else groups.set(name, [item])
  }
  return groups
}

/** The question that names neither destination nor party, about civil goods on their way out of China. */
function isPlain({ from, to, use, party, route }: Flip['lens']): boolean {
  return from === DEFAULT_FROM && to === null && use === 'civil' && party === null && route === 'export'
}

function kindOf({ from, to, before, after }: Flip): string {
  return [from, to, before.status, before.beforeEffect, after.status, after.beforeEffect].join(' ')
}

function cellsOf(flips: readonly Flip[]): readonly string[] {
  return [...new Set(flips.map(({ material, form }) => `${material}/${form}`))].sort()
}

function materialsOf(flips: readonly Flip[], law: Law, old: Law) {
  const keys = new Set(flips.map(({ material }) => material))
  const known = [...materialsInScope(law, 'all'), ...materialsInScope(old, 'all')]
  return [...keys]
    .map((key) => ({ key, place: known.findIndex((material) => material.key === key) }))
    .sort((a, b) => a.place - b.place)
    .map(({ key, place }) => ({
      key,
      name: known[place]?.symbol ?? known[place]?.nameEn ?? key,
      forms: [...new Set(flips.filter(({ material }) => material === key).map(({ form }) => form))].map(
        (form) => (law.forms.get(form) ?? old.forms.get(form))?.nameEn ?? form,
      ),
    }))
}

function sideOf({ status, beforeEffect }: Answered): Side {
  return { status, beforeEffect }
}

/** @throws {TypeError} when a group is empty, which none is. */
function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new TypeError('a group without members')
  return item
}
