import 'server-only'
import { changeDaysOf } from '@/lib/ledger/agenda'
import { undecidedClaims, unsupportedClaims } from '@/lib/ledger/claim'
import { gathered } from '@/lib/ledger/gathered'
import type { Matrix } from '@/lib/ledger/matrix'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { claimAsDated } from '@/lib/ledger/period'
import { summarise } from '@/lib/ledger/summary'
import type { Claim } from '@/lib/ledger/testimony'
import { briefingOf } from './briefing'
import { buyerOf } from './buyer'
import { frameOf, measuredBy, mentionsOf } from './frame'
import type { Opened } from './opened'
import { rowsOf } from './rows'

/** The matrix page: the answer for every cell in scope, when cells change, for whom it is asked, and what should be known besides. */
export function matrixPage(opened: Opened) {
  const { coordinates, law, record } = opened
  const { question } = coordinates
  const { materials, previous, next } = rowsOf(opened)
  const matrix = resolveMatrix(law, question, materials)
  const { claimed, refuted } = claimsByCell(opened, matrix)
  const claims = [...new Set([...claimed.values()].flat())].sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))
  const briefing = opened.part === undefined ? briefingOf(opened) : null
  return {
    ...frameOf(opened, matrix.verifiedThrough),
    matrix,
    /** Where the pages of the matrix before and after this one begin. */
    around: { previous, next },
    summary: summarise(matrix),
    changeDays: changeDaysOf(law, question, materials),
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
    buyer: buyerOf(opened, matrix),
    coversFrom: law.coversFrom,
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
function claimsByCell({ law, record, coordinates }: Opened, matrix: Matrix) {
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
