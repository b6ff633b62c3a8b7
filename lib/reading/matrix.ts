import 'server-only'
import { changeDaysOf } from '@/lib/ledger/agenda'
import { undecidedClaims, unsupportedClaims } from '@/lib/ledger/claim'
import { gathered } from '@/lib/ledger/gathered'
import type { Law } from '@/lib/ledger/law'
import type { Matrix } from '@/lib/ledger/matrix'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { claimAsDated } from '@/lib/ledger/period'
import type { Material } from '@/lib/ledger/record'
import { summarise } from '@/lib/ledger/summary'
import type { Claim } from '@/lib/ledger/testimony'
import { briefingOf } from './briefing'
import { buyerOf } from './buyer'
import { frameOf, measuredBy, mentionsOf } from './frame'
import type { Opened } from './opened'
import { rowsOf } from './rows'

/** The matrix page: the answer for every cell in scope, when cells change, for whom it is asked, and what should be known besides. */
export function matrixPage(opened: Opened) {
  const { law, record } = opened
  const { materials, previous, next } = rowsOf(opened)
  const { matrix, summary, changeDays, buyer } = byLaw(opened, materials)
  const { claimed, refuted } = claimsByCell(opened, matrix)
  const claims = [...new Set([...claimed.values()].flat())].sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))
  const briefing = opened.part === undefined ? briefingOf(opened) : null
  return {
    ...frameOf(opened, matrix.verifiedThrough),
    matrix,
    /** Where the pages of the matrix before and after this one begin. */
    around: { previous, next },
    summary,
    changeDays,
    briefing,
    claims: claims.map(claimAsDated),
    undecided: claims.filter((claim) => !refuted.has(claim)).length,
    sources: mentionsOf(
      record,
      [...claims, ...measuredBy(briefing === null || briefing.chart === null ? [] : [briefing.chart.indicator])],
      [],
    ).sources,
    claimed: [...claimed.keys()],
    jurisdictions: [...new Set([...law.instruments.values()].map((instrument) => instrument.jurisdiction))].sort(),
    parties: record.parties.map(({ key, nameEn, nameZh, country }) => ({ key, nameEn, nameZh, country })),
    lists: partyLists(record),
    buyer,
    coversFrom: law.coversFrom,
  }
}

type ByLaw = {
  readonly matrix: Matrix
  readonly summary: ReturnType<typeof summarise>
  readonly changeDays: ReturnType<typeof changeDaysOf>
  readonly buyer: ReturnType<typeof buyerOf>
}

/** How many questions to one law are kept answered: readers ask most for the plain one, of both scopes. */
const KEPT = 8

const answered = new WeakMap<Law, Map<string, ByLaw>>()

/** What the law alone answers: worked out once for all revisions that hold the same law (`lawOf`), and for every language. */
function byLaw(opened: Opened, materials: readonly Material[]): ByLaw {
  const { law, coordinates } = opened
  const { question } = coordinates
  const kept = answered.get(law) ?? new Map<string, ByLaw>()
  answered.set(law, kept)
  const name = JSON.stringify([question, materials.map(({ key }) => key)])
  const there = kept.get(name) ?? workedOut()
  kept.delete(name)
  kept.set(name, there)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return there

  function workedOut(): ByLaw {
    const matrix = resolveMatrix(law, question, materials)
    const changeDays = changeDaysOf(law, question, materials)
    return { matrix, summary: summarise(matrix), changeDays, buyer: buyerOf(opened, matrix) }
  }
}

/** The named parties by the list that they stand on, the newest list first. */
function partyLists({ parties, instruments }: Opened['record']) {
  return gathered(
    parties.toSorted((a, b) => (a.nameEn < b.nameEn ? -1 : 1)),
    ({ instrument, list, listedOn }) => `${listedOn} ${instrument} ${list}`,
  )
    .flatMap((own) => {
      const [{ instrument: key, list, listedOn }] = own
      const instrument = instruments.find((one) => one.key === key)
      const named = own.map(({ key, nameEn, nameZh }) => ({ key, nameEn, nameZh }))
      return instrument === undefined ? [] : [{ instrument, list, listedOn, parties: named }]
    })
    .sort((a, b) => (a.listedOn < b.listedOn ? 1 : -1))
}

/** The cells whose pause has ended unverified, with what is said of them and no instrument bears out, and what of it is wrong for certain. */
function claimsByCell(opened: Opened, matrix: Matrix): Said {
  const { claims } = opened.record
  const kept = said.get(matrix) ?? new WeakMap<readonly Claim[], Said>()
  said.set(matrix, kept)
  const there = kept.get(claims) ?? saidOf(opened, matrix)
  kept.set(claims, there)
  return there
}

type Said = { readonly claimed: ReadonlyMap<string, readonly Claim[]>; readonly refuted: ReadonlySet<Claim> }

/** A matrix is one value for as long as the law is the same: beside it, only the claims count. */
const said = new WeakMap<Matrix, WeakMap<readonly Claim[], Said>>()

function saidOf({ law, record, coordinates }: Opened, matrix: Matrix): Said {
  const claimed = new Map<string, readonly Claim[]>()
  const refuted = new Set<Claim>()
  for (const { answer } of matrix.rows.flatMap((row) => row.cells)) {
    if (answer.status !== 'pause-ended') continue
    const claims = unsupportedClaims(record.claims, law, coordinates.question, answer)
    if (claims.length > 0) claimed.set(`${answer.material}/${answer.form}`, claims)
    const undecided = new Set(undecidedClaims(claims, law, coordinates.question, answer))
    for (const claim of claims) if (!undecided.has(claim)) refuted.add(claim)
  }
  return { claimed, refuted }
}
