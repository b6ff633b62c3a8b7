import type { Provision } from '@/lib/ledger/record'
import { say } from '../words/catalogue'
import type { Report } from './problem'
import { isAct } from './provision'

/**
 * No act may act, through others, on what acts on it: what suspends the suspension of itself is in force exactly when it
 * is not. An act that targets an instrument acts on every provision of it.
 */
export function checkCircles(provisions: readonly Provision[], report: Report): void {
  const acts = new Map(provisions.filter(({ effect }) => isAct(effect)).map((act) => [act.key, act]))
  const settled = new Set<string>()
  for (const act of acts.values()) follow(act, [], acts, settled, report)
}

/**
 * An extension moves the last day of a suspension or a rule. One that named another extension would move nothing, and a
 * pause that was meant to go on would be told as ended: a second extension names what the first one named.
 */
export function checkExtensions(provisions: readonly Provision[], report: Report): void {
  const extensions = new Set(provisions.filter(({ effect }) => effect === 'extend').map(({ key }) => key))
  for (const { key, targets } of provisions.filter((act) => extensions.has(act.key))) {
    for (const target of targets.filter((name) => extensions.has(name))) {
      report({ file: 'provisions', key, field: 'targets', what: say('record.provision.extendsExtension', { target }) })
    }
  }
}

function follow(
  act: Provision,
  path: readonly string[],
  acts: ReadonlyMap<string, Provision>,
  settled: Set<string>,
  report: Report,
): void {
  if (settled.has(act.key)) return
  const start = path.indexOf(act.key)
  if (start >= 0) {
    const circle = [...path.slice(start), act.key].join(' → ')
    report({ file: 'provisions', key: act.key, field: 'targets', what: say('record.provision.circle', { circle }) })
    return
  }
  for (const next of actsHitBy(act, acts)) follow(next, [...path, act.key], acts, settled, report)
  settled.add(act.key)
}

/** The acts among the targets of an act; that it may not target itself is told of the act alone. */
function actsHitBy({ key, instrument, targets }: Provision, acts: ReadonlyMap<string, Provision>): Provision[] {
  return [...acts.values()].filter(
    (other) =>
      other.key !== key &&
      (targets.includes(other.key) || (targets.includes(other.instrument) && other.instrument !== instrument)),
  )
}
