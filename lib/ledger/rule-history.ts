import { gathered } from './gathered'
import type { Interval, LocalDate } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import { compare } from './order'
import type { Effect, Provision, Route } from './record'
import { spanOn, spansOf } from './span'
import type { ProvisionState } from './status'
import type { Assertion, Claim } from './testimony'
import type { Weighing } from './weighing'

/** What became of one provision through a day. */
export type RuleHistory = {
  /** Days in force through the day asked that rest on no unverified revival; the last run may go on after it. */
  readonly ran: readonly Interval[]
  /** Where it never ran because a suspension began first: that first day, before its own. */
  readonly suspendedFrom: LocalDate | null
  /** Its own first day, as the text has it. */
  readonly start: LocalDate
  readonly state: ProvisionState
  /** The first day from which it is, by its text, in force again with nobody having verified it (R7); else `null`. */
  readonly unverifiedFrom: LocalDate | null
}

/** Provisions of one instrument, of one effect and way of trade, that went through the same. */
export type RuleGroup = RuleHistory & {
  readonly instrument: string
  readonly effect: Effect
  /** `null` of what acts on other provisions. */
  readonly route: Route | null
  /** Clauses as printed, each once, in the order of the record. */
  readonly clauses: readonly string[]
  readonly lines: number
  /** Whether some assertion of the claim asks of this way of trade; `null` where there is nothing to ask. */
  readonly asked: boolean | null
}

/** What a provision went through, by the law as it was opened, as of a Beijing day. */
export function historyOf(law: Law, provision: Provision, on: LocalDate): RuleHistory {
  const spans = spansOf(law, provision).filter(({ from }) => from <= on)
  const ran: Interval[] = []
  for (const { state, from, to, revivedFrom } of spans) {
    if (state !== 'in-force' || revivedFrom.length > 0) continue
    const last = ran.at(-1)
    if (last?.to === from) ran[ran.length - 1] = { from: last.from, to }
    else ran.push({ from, to })
  }
  const now = spanOn(law, provision, on)
  const suspended = spans.find(({ state }) => state === 'suspended')
  const { from: start } = provision.inForce
  return {
    ran,
    suspendedFrom: ran.length === 0 && suspended !== undefined && suspended.from < start ? suspended.from : null,
    start,
    state: now.state,
    unverifiedFrom: now.state === 'in-force' && now.revivedFrom.length > 0 ? now.from : null,
  }
}

/**
 * What became of every provision of the instruments that a claim is tagged with or that its asserted cells rest on, the
 * earliest instrument first; those that went through the same stand together.
 *
 * @param onFile the law on file on the day asked: what was issued later is not known to it.
 * @param behind instruments behind the asserted cells, by key.
 */
export function ruleGroups(onFile: Law, claim: Claim, behind: readonly string[], on: LocalDate): readonly RuleGroup[] {
  const wanted = new Set([...claim.tags, ...behind])
  const asked = new Set<Route>(claim.asserts.map(({ route }) => route))
  const told = [...onFile.provisions.values()]
    .filter(({ instrument }) => wanted.has(instrument))
    .map((provision) => ({ provision, route: routeOf(provision), history: historyOf(onFile, provision, on) }))
  return gathered(told, ({ provision: { instrument, effect }, route, history }) =>
    JSON.stringify([instrument, effect, route, history]),
  )
    .map((own) => {
      const [{ provision, route, history }] = own
      return {
        ...history,
        instrument: provision.instrument,
        effect: provision.effect,
        route,
        clauses: [...new Set(own.map((one) => one.provision.clause))],
        lines: own.length,
        asked: route === null || claim.asserts.length === 0 ? null : asked.has(route),
        issuedOn: instrumentOf(onFile, provision).issuedOn,
      }
    })
    .sort((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.instrument, b.instrument) || compare(a.start, b.start))
    .map(({ issuedOn: _, ...group }) => group)
}

/** Ways of trade that an instrument a claim is tagged with rules, and nothing asserted asks of. */
export type Unasked = {
  readonly instrument: string
  readonly routes: readonly Route[]
  readonly lines: number
  /** The first day on which some of these rules were in force; `null` when none ever was. */
  readonly ranFrom: LocalDate | null
}

/** Which ways of its own instruments a claim leaves unasked; none of one that asserts nothing. */
export function unaskedOf(groups: readonly RuleGroup[], { tags }: Pick<Claim, 'tags'>): readonly Unasked[] {
  const left = groups.filter(({ asked, instrument }) => asked === false && tags.includes(instrument))
  return gathered(left, ({ instrument }) => instrument).map((own) => ({
    instrument: own[0].instrument,
    routes: [...new Set(own.flatMap(({ route }) => route ?? []))],
    lines: own.reduce((sum, { lines }) => sum + lines, 0),
    ranFrom: own.flatMap(({ ran }) => ran.map(({ from }) => from)).sort()[0] ?? null,
  }))
}

/** The instruments behind a claim's asserted cells on the day it is read as said and on the day asked. */
export function instrumentsBehind(
  then: Weighing,
  counting: Weighing,
  claim: Claim,
  [said, on]: readonly [LocalDate, LocalDate],
) {
  const behind = (weighing: Weighing, day: LocalDate) =>
    weighing.cellsOf(claim).flatMap(({ cell, assertion }) => cell.instrumentsOn(dayOf(assertion, day)))
  return [...new Set([...behind(then, said), ...behind(counting, on)])].sort()
}

function dayOf({ to }: Assertion, day: LocalDate): LocalDate {
  return to !== null && to < day ? to : day
}

function routeOf({ effect, route }: Provision): Route | null {
  return effect === 'licence' || effect === 'prohibit' ? route : null
}
