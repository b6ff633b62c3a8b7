import { localDate } from '@/lib/ledger/interval'
import type { Citation } from '@/lib/ledger/record'
import type { Assertion, Claim } from '@/lib/ledger/testimony'
import { ASSERTED_END_USES, ASSERTED_ROUTES, ASSERTED_STATUSES, PRECISIONS, VERDICTS } from '@/lib/ledger/vocabulary'
import type { ClaimVersion, Prisma } from '../generated/client'
import { contentsOf, dateOf, dayOf, fieldsOf, known, listOf, textOf, type Versioned } from './cell'

/** @param assessed the citations of the assessment, which has its own beside those of the claim. */
export function claimOf(row: ClaimVersion, sources: readonly Citation[], assessed: readonly Citation[]): Claim {
  const { speakerName, speakerRole, speakerOutlet, speakerType, verdict, verdictReason, assessedOn, ...rest } =
    contentsOf(row)
  return {
    ...rest,
    precision: known(PRECISIONS, row.precision, 'precision of a claim'),
    speaker: { name: speakerName, role: speakerRole, outlet: speakerOutlet, type: speakerType },
    asserts: listOf(row.asserts, 'asserts').map(assertionOf),
    assessment: {
      verdict: known(VERDICTS, verdict, 'verdict'),
      reason: verdictReason,
      assessedOn: dayOf(assessedOn),
      sources: assessed,
    },
    sources,
  }
}

type ClaimRow = Omit<ClaimVersion, keyof Versioned | 'asserts'> & { readonly asserts: Prisma.InputJsonValue }

export function claimRow({ sources, speaker, assessment, ...claim }: Claim): ClaimRow {
  return {
    ...claim,
    speakerName: speaker.name,
    speakerRole: speaker.role,
    speakerOutlet: speaker.outlet,
    speakerType: speaker.type,
    asserts: claim.asserts.map((assertion) => ({ ...assertion })),
    verdict: assessment.verdict,
    verdictReason: assessment.reason,
    assessedOn: dateOf(assessment.assessedOn),
    tags: [...claim.tags],
  }
}

function assertionOf(json: unknown): Assertion {
  const { materials, forms, destinations, endUse, route, status, from, to } = fieldsOf(json, 'an assertion')
  return {
    materials:
      materials === 'all' || materials === 'all-rare-earths' ? materials : textsOf(materials, 'asserted materials'),
    forms: forms === 'all' ? forms : textsOf(forms, 'asserted forms'),
    destinations: destinations === 'all' ? destinations : textsOf(destinations, 'asserted destinations'),
    endUse: known(ASSERTED_END_USES, endUse, 'asserted end use'),
    route: known(ASSERTED_ROUTES, route, 'asserted route'),
    status: known(ASSERTED_STATUSES, status, 'asserted status'),
    from: from === null ? null : localDate(textOf(from, 'an asserted first day')),
    to: to === null ? null : localDate(textOf(to, 'an asserted last day')),
  }
}

function textsOf(json: unknown, what: string): readonly string[] {
  return listOf(json, what).map((entry) => textOf(entry, what))
}
