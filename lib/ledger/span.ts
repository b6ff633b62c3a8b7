import type { Interval, LocalDate } from './interval'
import { contains, later, localDate } from './interval'
import type { Acts, Law } from './law'
import { instrumentOf } from './law'
import type { Provision } from './record'
import type { ProvisionSpan, ProvisionState } from './status'

/** Before every day that a gazette prints: spans partition all of time from here on. */
export const BEGINNING = localDate('0001-01-01')

/**
 * The states of one provision over all time (R3–R7): a partition of `[0001-01-01, ∞)`, computed once per law.
 *
 * @throws {TypeError} when acts target each other in a circle, which the checks at loading rule out.
 */
export function spansOf(law: Law, provision: Provision): readonly ProvisionSpan[] {
  const known = law.spans.get(provision.key)
  if (known === 'being worked out') {
    throw new TypeError(`${JSON.stringify(provision.key)} acts on itself through the acts that target it`)
  }
  if (known !== undefined) return known
  law.spans.set(provision.key, 'being worked out')
  const spans = workOut(law, provision)
  law.spans.set(provision.key, spans)
  return spans
}

/** The span that a day falls in. */
export function spanOn(law: Law, provision: Provision, on: LocalDate): ProvisionSpan {
  for (const span of spansOf(law, provision)) if (contains(span, on)) return span
  throw new TypeError(`no state of ${JSON.stringify(provision.key)} on ${JSON.stringify(on)}`)
}

/** Runs of days on which a provision is in force, touching spans joined. */
export function inForceRuns(law: Law, provision: Provision): readonly Interval[] {
  const runs: Interval[] = []
  for (const { state, from, to } of spansOf(law, provision)) {
    if (state !== 'in-force') continue
    const last = runs.at(-1)
    if (last?.to === from) runs[runs.length - 1] = { from: last.from, to }
    else runs.push({ from, to })
  }
  return runs
}

/** The day through which the end of a suspension was looked for: its own, its extensions' and its repeals' (R7). */
export function suspensionVerifiedThrough(law: Law, suspension: Provision): LocalDate {
  const { extensions, repeals } = law.acts(suspension)
  return [...extensions, ...repeals]
    .map((act) => instrumentOf(law, act).verifiedThrough)
    .reduce(later, instrumentOf(law, suspension).verifiedThrough)
}

function workOut(law: Law, provision: Provision): readonly ProvisionSpan[] {
  const acts = law.acts(provision)
  const spans: ProvisionSpan[] = []
  let applied = false
  for (const from of changeDays(law, provision, acts)) {
    const suspendedBy = inForceKeys(law, acts.suspensions, from)
    const state = stateOn(law, provision, acts, suspendedBy, from)
    applied ||= state === 'in-force'
    const revivedFrom = state === 'in-force' ? unverifiedRevivals(law, acts.suspensions, from) : []
    const previous = spans.at(-1)
    if (
      previous !== undefined &&
      previous.state === state &&
      previous.applied === applied &&
      sameKeys(previous.suspendedBy, suspendedBy) &&
      sameKeys(previous.revivedFrom, revivedFrom)
    ) {
      continue
    }
    if (previous !== undefined) spans[spans.length - 1] = { ...previous, to: from }
    spans.push({ from, to: null, state, suspendedBy, revivedFrom, applied })
  }
  return spans
}

/** R3, in the order in which the specification tries the states. */
function stateOn(
  law: Law,
  provision: Provision,
  acts: Acts,
  suspendedBy: readonly string[],
  on: LocalDate,
): ProvisionState {
  const end = endOn(law, provision, acts, on)
  if (end !== null && end <= on) return 'ended'
  if (acts.repeals.some((repeal) => spanOn(law, repeal, on).state === 'in-force')) return 'ended'
  if (provision.inForce.from > on && instrumentOf(law, provision).issuedOn > on) return 'not-issued'
  if (suspendedBy.length > 0) return 'suspended'
  return provision.inForce.from > on ? 'announced' : 'in-force'
}

/** R5: the first day after a provision's life as the extensions that have begun by `on` leave it. */
function endOn(law: Law, provision: Provision, acts: Acts, on: LocalDate): LocalDate | null {
  let governing: Provision | null = null
  for (const extension of acts.extensions) {
    if (extension.inForce.from > on || isStopped(law, extension, on)) continue
    if (governing === null || governs(law, extension, governing)) governing = extension
  }
  return (governing ?? provision).inForce.to
}

/** Whether an extension is repealed or suspended; that its own last day has passed does not undo it. */
function isStopped(law: Law, extension: Provision, on: LocalDate): boolean {
  const { suspensions, repeals } = law.acts(extension)
  return [...suspensions, ...repeals].some((act) => spanOn(law, act, on).state === 'in-force')
}

/** The extension that began last governs; of two that began together the later issued, then the longer. */
function governs(law: Law, a: Provision, b: Provision): boolean {
  if (a.inForce.from !== b.inForce.from) return a.inForce.from > b.inForce.from
  const [issuedA, issuedB] = [instrumentOf(law, a).issuedOn, instrumentOf(law, b).issuedOn]
  if (issuedA !== issuedB) return issuedA > issuedB
  return a.inForce.to === null || (b.inForce.to !== null && a.inForce.to > b.inForce.to)
}

function unverifiedRevivals(law: Law, suspensions: readonly Provision[], on: LocalDate): readonly string[] {
  return suspensions
    .filter((suspension) => {
      const firstDayAfter = inForceRuns(law, suspension).reduce<LocalDate | null>(
        (latest, run) => (run.to !== null && run.to <= on ? run.to : latest),
        null,
      )
      return firstDayAfter !== null && firstDayAfter > suspensionVerifiedThrough(law, suspension)
    })
    .map((suspension) => suspension.key)
    .sort()
}

function inForceKeys(law: Law, provisions: readonly Provision[], on: LocalDate): readonly string[] {
  return provisions
    .filter((provision) => spanOn(law, provision, on).state === 'in-force')
    .map((provision) => provision.key)
    .sort()
}

function changeDays(law: Law, provision: Provision, acts: Acts): readonly LocalDate[] {
  const days = new Set([BEGINNING, provision.inForce.from, instrumentOf(law, provision).issuedOn])
  if (provision.inForce.to !== null) days.add(provision.inForce.to)
  for (const act of [...acts.suspensions, ...acts.repeals, ...acts.extensions]) {
    for (const span of spansOf(law, act)) days.add(span.from)
  }
  for (const extension of acts.extensions) {
    days.add(extension.inForce.from)
    if (extension.inForce.to !== null) days.add(extension.inForce.to)
    const { suspensions, repeals } = law.acts(extension)
    for (const act of [...suspensions, ...repeals]) for (const span of spansOf(law, act)) days.add(span.from)
  }
  return [...days].sort()
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}
