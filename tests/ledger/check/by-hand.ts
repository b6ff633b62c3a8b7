/**
 * Whether one rule of the record reaches goods, by hand: straight from the file as it is printed, field by field. Nothing
 * is shared with lib/ledger but the names. What the file says in phrases alone (limbs of No. 61, owned parties) is read
 * from the clause here, and from the phrases there.
 */
import { readFileSync } from 'node:fs'
import type { Said } from './asking'

export type Printed = {
  readonly key: string
  readonly instrument: string
  readonly clause: string
  readonly effect: string
  readonly effectiveFrom: string
  readonly lastDay: string | null
  readonly targets: readonly string[]
  readonly materials: readonly string[]
  readonly forms: readonly string[]
  readonly destinations: { readonly only: readonly string[] | null; readonly except: readonly string[] }
  readonly endUse: string
  readonly partyList: string | null
  readonly route: string
  readonly deMinimis: number | null
}

function printed<Row>(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../../../prisma/data/${name}.json`, import.meta.url), 'utf8')) as Row[]
}

export const PROVISIONS = printed<Printed>('provisions')
export const RULES = PROVISIONS.filter(({ effect }) => effect === 'licence' || effect === 'prohibit')
const INSTRUMENTS = new Map(
  printed<{ key: string; jurisdiction: string; issuedOn: string; verifiedThrough: string }>('instruments').map(
    (one) => [one.key, one],
  ),
)
export const PARTIES = printed<{
  key: string
  instrument: string
  country: string | null
  listedOn: string
  delistedOn: string | null
}>('parties')

export type Expected = 'yes' | 'no' | 'unknown'

export function instrumentOf(rule: Printed) {
  const found = INSTRUMENTS.get(rule.instrument)
  if (found === undefined) throw new Error(rule.instrument)
  return found
}

/** Every condition of a rule but what the goods are, and the day. */
export function reachesByHand(rule: Printed, said: Said): Expected {
  const found = [routeByHand(rule, said), ...placesByHand(rule, said), contentByHand(rule, said)]
  return found.includes('no') ? 'no' : found.includes('unknown') ? 'unknown' : 'yes'
}

function routeByHand(rule: Printed, { from = 'CN', origin = null }: Said): Expected {
  const { jurisdiction } = instrumentOf(rule)
  if (rule.route === 'export') return from === jurisdiction ? 'yes' : 'no'
  if (rule.route === 'assistance') return from === jurisdiction ? 'yes' : 'unknown'
  if (from === jurisdiction) return 'no'
  if (origin === null) return 'unknown'
  return (origin === jurisdiction) === (rule.route === 're-export') ? 'yes' : 'no'
}

function placesByHand(rule: Printed, said: Said): readonly Expected[] {
  if (rule.endUse === 'listed-party') return [partyByHand(rule, said)]
  const found: Expected[] = []
  const named = PARTIES.find(({ key }) => key === said.party)
  const to = said.to ?? named?.country ?? null
  const { only, except } = rule.destinations
  if (only !== null) found.push(to === null ? 'unknown' : only.includes(to) ? 'yes' : 'no')
  if (except.length > 0) found.push(to === null ? 'unknown' : except.includes(to) ? 'no' : 'yes')
  if (rule.endUse === 'military') {
    found.push(said.use === 'military' ? 'yes' : said.use === 'civil' ? 'no' : 'unknown')
  }
  return found
}

function partyByHand(rule: Printed, said: Said): Expected {
  const listed = (key: string) =>
    PARTIES.some(
      (party) =>
        party.key === key &&
        (rule.partyList === null || party.instrument === rule.partyList) &&
        party.listedOn <= said.on &&
        (party.delistedOn === null || said.on < party.delistedOn),
    )
  const { party = null, owner = null } = said
  const named: Expected = party === null ? 'unknown' : party !== 'none' && listed(party) ? 'yes' : 'no'
  if (named === 'yes' || rule.clause !== 'para 2') return named
  if (owner === null) return 'unknown'
  if (owner === 'none' || !listed(owner.party)) return named
  if (owner.percent === null) return 'unknown'
  return owner.percent >= 50 ? 'yes' : named
}

/** Limb 1(1) asks for a share, limb 1(2) for technology, and paragraph 2 for what brings the goods under either. */
function contentByHand(rule: Printed, { share = null, technology = null }: Said): Expected {
  if (rule.route !== 'foreign-made') return 'yes'
  const byShare: Expected = share === null ? 'unknown' : share >= 0.1 ? 'yes' : 'no'
  const byTechnology: Expected = technology === null ? 'unknown' : technology ? 'yes' : 'no'
  if (rule.clause.startsWith('limb 1(1)')) return byShare
  if (rule.clause.startsWith('limb 1(2)')) return byTechnology
  if (rule.forms.some((form) => ['metal', 'alloy', 'oxide'].includes(form))) return byTechnology
  if (byShare === 'yes' || byTechnology === 'yes') return 'yes'
  return byShare === 'unknown' || byTechnology === 'unknown' ? 'unknown' : 'no'
}

/** What a rule that reaches the goods makes of them on a day; no rule of this record is extended or repealed. */
export function verdictByHand(rule: Printed, on: string): string {
  const { issuedOn } = instrumentOf(rule)
  if (on < rule.effectiveFrom && on < issuedOn) return 'not-issued'
  const suspensions = PROVISIONS.filter(
    ({ effect, targets }) => effect === 'suspend' && (targets.includes(rule.key) || targets.includes(rule.instrument)),
  )
  if (suspensions.some((one) => one.effectiveFrom <= on && on <= (one.lastDay ?? on))) return 'paused'
  if (on < rule.effectiveFrom) return 'will-bite'
  const ended = suspensions.filter((one) => one.lastDay !== null && one.lastDay < on)
  return ended.some((one) => (one.lastDay ?? '') >= instrumentOf(one).verifiedThrough) ? 'unverified' : 'bites'
}
