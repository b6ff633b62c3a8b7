import type { LocalDate } from '../interval'
import { daysBetween, lastDayOf, later, nextDay, previousDay } from '../interval'
import type { Effect, Instrument, Provision } from '../record'
import type { WholeRecord } from '../testimony'
import type { Breach, Proposal } from './broken'

/** Whether an effect acts on other provisions and not on goods. */
export function isAct(effect: Effect): boolean {
  return effect === 'suspend' || effect === 'extend' || effect === 'repeal'
}

/** E2. A suspension may not begin before its target was issued. */
export function suspensionsAfterIssue({ after }: Proposal): readonly Breach[] {
  const known = targetsIn(after)
  return after.provisions
    .filter(({ effect }) => effect === 'suspend')
    .flatMap(({ key, targets, inForce }) =>
      targets.flatMap((target) => {
        const issued = known.issuedOn(target)
        if (issued === null || inForce.from >= issued) return []
        const names = { target, issued, first: inForce.from }
        return [{ kind: 'provision' as const, key, field: 'effectiveFrom', names }]
      }),
    )
}

/**
 * E3. An extension that was issued after its target's last day is a late extension, which an editor confirms. The days
 * between the two stay as they were, unless the extension backdates itself; they are named.
 */
export function lateExtensions(proposal: Proposal): readonly Breach[] {
  const { after, changes } = proposal
  const changed = new Set(changes.map(({ key }) => key))
  const known = targetsIn(after)
  return after.provisions
    .filter(({ effect, key, instrument }) => effect === 'extend' && (changed.has(key) || changed.has(instrument)))
    .flatMap((extension) => extension.targets.flatMap((target) => lateness(known, extension, target)))
}

/** E4. A suspension, an extension and a repeal each name a target that is in the record. */
export function actsNameTargets({ after }: Proposal): readonly Breach[] {
  const empty = after.provisions
    .filter(({ effect, targets }) => isAct(effect) && targets.length === 0)
    .map(({ key }) => targetBreach(key, { target: 'none' }))
  const { has } = targetsIn(after)
  return [...empty, ...missingTargets(after.provisions, has)]
}

/** The targets that are nowhere, of every provision that names some. */
export function missingTargets(provisions: readonly Provision[], has: (key: string) => boolean): readonly Breach[] {
  return provisions.flatMap(({ key, targets }) =>
    targets.filter((target) => !has(target)).map((target) => targetBreach(key, { target })),
  )
}

function targetBreach(key: string, names: Breach['names']): Breach {
  return { kind: 'provision', key, field: 'targets', names }
}

type Targets = {
  readonly has: (target: string) => boolean
  readonly issuedOn: (target: string) => LocalDate | null
  /** The provisions meant by a target: itself, or what an instrument holds. */
  readonly provisionsOf: (target: string) => readonly Provision[]
  /** Extensions by the target that they name. */
  readonly extensionsOf: (target: string) => readonly Provision[]
}

function targetsIn({ instruments, provisions }: WholeRecord): Targets {
  const instrumentOf = new Map(instruments.map((one) => [one.key, one]))
  const provisionOf = new Map(provisions.map((one) => [one.key, one]))
  const within = new Map<string, Provision[]>()
  const extending = new Map<string, Provision[]>()
  const put = (map: Map<string, Provision[]>, key: string, one: Provision) =>
    void (map.get(key)?.push(one) ?? map.set(key, [one]))
  for (const one of provisions) {
    put(within, one.instrument, one)
    if (one.effect === 'extend') for (const target of one.targets) put(extending, target, one)
  }
  const meant = (target: string): Instrument | undefined =>
    instrumentOf.get(target) ?? instrumentOf.get(provisionOf.get(target)?.instrument ?? '')
  return {
    has: (target) => instrumentOf.has(target) || provisionOf.has(target),
    issuedOn: (target) => meant(target)?.issuedOn ?? null,
    provisionsOf: (target) => {
      const one = provisionOf.get(target)
      return one === undefined ? (within.get(target) ?? []) : [one]
    },
    extensionsOf: (target) => extending.get(target) ?? [],
  }
}

/** One breach a target and gap: provisions of one instrument that end on one day are told as that instrument. */
function lateness(known: Targets, extension: Provision, target: string): readonly Breach[] {
  const issued = known.issuedOn(extension.key)
  const ends = new Set(
    known
      .provisionsOf(target)
      .filter(({ effect }) => effect !== 'extend' && effect !== 'repeal')
      .flatMap((one) => lastDayBefore(known, extension, one) ?? []),
  )
  return [...ends].flatMap((last) => {
    if (issued === null || issued <= last) return []
    const gapTo = previousDay(extension.inForce.from)
    const days = Math.max(0, daysBetween(last, gapTo))
    const gapFrom = nextDay(last)
    const names = { target, last, issued, days, gapFrom, gapTo: later(gapTo, last) }
    return [{ kind: 'provision' as const, key: extension.key, field: 'targets', names }]
  })
}

/** The last day of a provision as other extensions that began earlier leave it; `null` when it has none. */
function lastDayBefore(known: Targets, extension: Provision, one: Provision): LocalDate | null {
  const earlier = [...known.extensionsOf(one.key), ...known.extensionsOf(one.instrument)]
    .filter(({ key, inForce }) => key !== extension.key && inForce.from < extension.inForce.from)
    .sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1))
  return lastDayOf((earlier.at(-1) ?? one).inForce)
}
