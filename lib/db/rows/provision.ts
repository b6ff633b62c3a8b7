import type { Citation, Party, Provision } from '@/lib/ledger/record'
import {
  CONFIDENCES,
  COVERAGES,
  EFFECTS,
  END_USES,
  EVIDENCES,
  HS_EVIDENCES,
  LAST_DAY_READINGS,
  PARTY_LISTS,
  ROUTES,
} from '@/lib/ledger/vocabulary'
import type { PartyVersion, ProvisionVersion } from '../generated/client'
import { contentsOf, dateOf, dateOrNone, dayOf, dayOrNone, known, knownOrNone, type Versioned } from './cell'

/** In a row, no named destinations mean all of them: the record knows no rule that reaches none. */
export function provisionOf(row: ProvisionVersion, sources: readonly Citation[]): Provision {
  const { effectiveFrom, effectiveTo, onlyDestinations, exceptDestinations, ...rest } = contentsOf(row)
  return {
    ...rest,
    effect: known(EFFECTS, row.effect, 'effect'),
    inForce: { from: dayOf(effectiveFrom), to: dayOrNone(effectiveTo) },
    lastDayReading: knownOrNone(LAST_DAY_READINGS, row.lastDayReading, 'reading of a last day'),
    coverage: known(COVERAGES, row.coverage, 'coverage'),
    hsEvidence: known(HS_EVIDENCES, row.hsEvidence, 'evidence of customs codes'),
    destinations: { only: onlyDestinations.length === 0 ? null : onlyDestinations, except: exceptDestinations },
    endUse: known(END_USES, row.endUse, 'end use'),
    route: known(ROUTES, row.route, 'route'),
    evidence: known(EVIDENCES, row.evidence, 'evidence'),
    confidence: known(CONFIDENCES, row.confidence, 'confidence'),
    sources,
  }
}

export function provisionRow(provision: Provision): Omit<ProvisionVersion, keyof Versioned> {
  const { sources, inForce, destinations, ...rest } = provision
  return {
    ...rest,
    effectiveFrom: dateOf(inForce.from),
    effectiveTo: dateOrNone(inForce.to),
    targets: [...provision.targets],
    materials: [...provision.materials],
    forms: [...provision.forms],
    hsCodes: [...provision.hsCodes],
    onlyDestinations: [...(destinations.only ?? [])],
    exceptDestinations: [...destinations.except],
    conditions: [...provision.conditions],
  }
}

export function partyOf(row: PartyVersion, sources: readonly Citation[]): Party {
  return {
    ...contentsOf(row),
    list: known(PARTY_LISTS, row.list, 'list of a party'),
    listedOn: dayOf(row.listedOn),
    delistedOn: dayOrNone(row.delistedOn),
    sources,
  }
}

export function partyRow({ sources, ...party }: Party): Omit<PartyVersion, keyof Versioned> {
  return { ...party, listedOn: dateOf(party.listedOn), delistedOn: dateOrNone(party.delistedOn) }
}
