import 'server-only'
import { liveAddress } from '@/lib/contract/address'
import { refine } from '@/lib/contract/address-reading'
import { readGoods } from '@/lib/contract/check/goods'
import type { Found, FoundGroup } from '@/lib/contract/found'
import { materialKey, recordKey } from '@/lib/contract/key'
import { DEFAULT_FROM } from '@/lib/contract/question-segments'
import { LONGEST_SOUGHT } from '@/lib/contract/sought'
import { say } from '@/lib/contract/words/catalogue'
import { rollupInWords } from '@/lib/contract/words/rollup'
import { isDatabaseAway } from '@/lib/db/away'
import { ledgerAt } from '@/lib/db/ledger'
import { partAt } from '@/lib/db/part'
import { kindsThatEnded } from '@/lib/db/retirements'
import { sizeAt } from '@/lib/db/size'
import type { Kind } from '@/lib/ledger/change'
import { candidatesFor } from '@/lib/ledger/check/candidates'
import { type Law, lookedThrough } from '@/lib/ledger/law'
import { NOTHING_WANTED } from '@/lib/ledger/part/wanted'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import type { Material } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { anyFormListed, listedForms, rollUp } from '@/lib/ledger/rollup'
import { formsOf } from '@/lib/ledger/scope'
import { headRevision, todayInBeijing } from './now'
import { lawOf } from './opened'
import { findAt } from './search'

/**
 * What a reader who searches is told, from the newest revision.
 *
 * @param asked what the address gives as `q`: nothing or one text. Several, and one that is too long, are refused before.
 */
export async function searchPage(asked: string | readonly string[] | undefined) {
  const q = typeof asked === 'string' ? asked : (asked?.[0] ?? '')
  const nothing = { q, groups: [], unprinted: null, verifiedThrough: null }
  if (q.trim() === '') return { ...nothing, refusal: null }
  const head = await headRevision()
  const found = head === null ? null : await unlessAway(foundAt(head.revision, q.slice(0, LONGEST_SOUGHT)))
  if (found === null) return { ...nothing, refusal: say('search.away') }
  const { groups, law, isWhole } = found
  const verifiedThrough = lookedThrough(law, DEFAULT_FROM)
  return { q, groups, refusal: null, unprinted: isWhole ? unprintedIn(law, q) : null, verifiedThrough }
}

async function foundAt(revision: number, q: string) {
  const groups = await findAt(revision, q)
  const closest = groups.flatMap(({ kind, found }) => (kind === 'materials' ? found.slice(0, STANDINGS) : []))
  const { record, isWhole } = await toldOf(
    revision,
    closest.map(({ key }) => key),
  )
  const law = lawOf(record, null)
  const standing = groups.map((group) => withStandings(law, group))
  return { law, isWhole, groups: [...(await retiredUnder(q, revision)), ...standing] }
}

/** The law of some materials, or all of it; from a part nobody can tell what no line says. */
async function toldOf(revision: number, materials: readonly string[]) {
  if ((await sizeAt(revision)) === 'large') {
    return { record: await partAt(revision, { ...NOTHING_WANTED, materials }), isWhole: false }
  }
  const record = await ledgerAt(revision)
  if (record === null) throw new TypeError(`revision ${revision} is not in the record`)
  return { record, isWhole: true }
}

/** A code that may well be one, and that no line has: what is found for it otherwise is not what was meant. */
function unprintedIn(law: Law, q: string): string | null {
  const read = readGoods({ code: q })
  if (!read.ok || read.value.by !== 'code') return null
  return candidatesFor(law, read.value.code).length === 0 ? read.value.code : null
}

/** Only the closest are told how they stand: each has its cells to be worked out. */
const STANDINGS = 5

/** What the plain question of today answers for a material, over its listed forms. */
function withStandings(law: Law, group: FoundGroup): FoundGroup {
  if (group.kind !== 'materials') return group
  const question = plainQuestion(todayInBeijing())
  const found = group.found.map((one, index) => {
    if (index >= STANDINGS) return one
    const rollup = rollupOf(law, question, one.key)
    const { status, beforeEffect } = rollup
    return { ...one, standing: { status, beforeEffect, told: rollupInWords(rollup) } }
  })
  return { ...group, found }
}

function rollupOf(law: Law, question: Question, material: string) {
  const answers = formsOf(law, law.materials.get(material) as Material).map((form) =>
    resolveCell(law, question, material, form.key),
  )
  return rollUp(answers, listedForms(law, material, question.route), anyFormListed(law, material, question.route))
}

/** A key that stood once and was taken out leads to its history: whoever kept it learns what became of it. */
async function retiredUnder(q: string, revision: number): Promise<readonly FoundGroup[]> {
  const keys = new Set([recordKey(q.trim()), materialKey(q.trim())].filter((key) => key !== null))
  const ended = await Promise.all([...keys].map((key) => endedUnder(key, revision)))
  const found = ended.flat().map(({ kind, key }): Found => {
    const href = liveAddress({ view: { name: 'history', kind, key }, ...refine({}) })
    return { key, href, label: key, language: null, zh: null, note: say(`address.kept.${kind}`) }
  })
  return found.length === 0 ? [] : [{ kind: 'retired', found, total: found.length }]
}

async function endedUnder(key: string, at: number): Promise<readonly { readonly kind: Kind; readonly key: string }[]> {
  return (await kindsThatEnded(key, at)).map((kind) => ({ kind, key }))
}

/** The newest revision may be told from memory while the database is away, and then cannot be searched. */
async function unlessAway<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    if (isDatabaseAway(error)) return null
    throw error
  }
}
