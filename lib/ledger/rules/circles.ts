import type { Provision } from '../record'
import { isAct } from './acts'
import type { Breach, Proposal } from './broken'

/**
 * E19. No act acts, through others, on what acts on it. What suspends the suspension of itself is in force exactly when
 * it is not. An act that targets an instrument acts on every provision of it.
 */
export function noCircles({ after }: Proposal): readonly Breach[] {
  return circlesAmong(after.provisions)
}

/** E20. An extension extends a suspension or a rule, never another extension. */
export function extensionsOfNoExtension({ after }: Proposal): readonly Breach[] {
  return extendedExtensions(after.provisions)
}

/** Every circle of acts, told once, of the act in which it closes. */
export function circlesAmong(provisions: readonly Provision[]): readonly Breach[] {
  const acts = provisions.filter(({ effect }) => isAct(effect))
  const byKey = new Map(acts.map((act) => [act.key, act]))
  const within = byInstrument(acts)
  const settled = new Set<string>()
  const found: Breach[] = []
  const follow = (act: Provision, path: readonly string[]): void => {
    if (settled.has(act.key)) return
    const start = path.indexOf(act.key)
    if (start >= 0) {
      const circle = [...path.slice(start), act.key].join(' → ')
      found.push({ kind: 'provision', key: act.key, field: 'targets', names: { circle } })
      return
    }
    for (const next of actsHitBy(act, byKey, within)) follow(next, [...path, act.key])
    settled.add(act.key)
  }
  for (const act of acts) follow(act, [])
  return found
}

/** A pause that was meant to go on would be told as ended: a second extension names what the first one named. */
export function extendedExtensions(provisions: readonly Provision[]): readonly Breach[] {
  const extensions = new Set(provisions.filter(({ effect }) => effect === 'extend').map(({ key }) => key))
  return provisions
    .filter(({ key }) => extensions.has(key))
    .flatMap(({ key, targets }) =>
      targets
        .filter((target) => extensions.has(target))
        .map((target) => ({ kind: 'provision' as const, key, field: 'targets', names: { target } })),
    )
}

/** The acts among the targets of an act, in the order of the record; that it may not target itself is told of the act alone. */
function actsHitBy(
  { key, instrument, targets }: Provision,
  byKey: ReadonlyMap<string, Provision>,
  within: ReadonlyMap<string, readonly Provision[]>,
): readonly Provision[] {
  const hit = targets.flatMap((target) => [
    ...(byKey.get(target) === undefined ? [] : [byKey.get(target) as Provision]),
    ...(target === instrument ? [] : (within.get(target) ?? [])),
  ])
  return [...new Set(hit)].filter((other) => other.key !== key)
}

function byInstrument(acts: readonly Provision[]): ReadonlyMap<string, readonly Provision[]> {
  const within = new Map<string, Provision[]>()
  for (const act of acts) within.set(act.instrument, [...(within.get(act.instrument) ?? []), act])
  return within
}
