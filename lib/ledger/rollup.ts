import type { Law } from './law'
import { instrumentOf } from './law'
import type { Provision, Route } from './record'
import { ANY_FORM } from './record'
import type { CellAnswer, Status } from './status'
import { STATUSES } from './status'

export type Count = { readonly status: Status; readonly count: number }

/** R11: many cells told as one, without picking silently. */
export type Rollup = {
  /** The status of every listed form, or `mixed`. */
  readonly status: Status | 'mixed'
  /** How many listed forms have which status, the strictest first. */
  readonly counts: readonly Count[]
  readonly total: number
  /** Forms that count, by key. */
  readonly listed: readonly string[]
  /** False where no rule names a form of the material, so that all its forms count. */
  readonly anyListed: boolean
  /** Forms of the material that no rule names, by key: told as "not listed". */
  readonly notListed: readonly string[]
  /** True when the word is `paused` and every listed form is paused by rules that never applied. */
  readonly beforeEffect: boolean
}

/** R11: the forms that some law provision names for a material on a route, on any day; all its forms if none does. */
export function listedForms(law: Law, material: string, route: Route, regime?: string): readonly string[] {
  const listed = formsNamed(law, material, route, regime)
  return listed.length === 0 ? (law.materials.get(material)?.forms ?? []) : listed
}

/** Whether any rule names a form of the material on a route: if none does, R11 counts all its forms. */
export function anyFormListed(law: Law, material: string, route: Route): boolean {
  return formsNamed(law, material, route).length > 0
}

function formsNamed(law: Law, material: string, route: Route, regime?: string): readonly string[] {
  const named = namedForms(law, material, route, regime)
  const forms = law.materials.get(material)?.forms ?? []
  return forms.filter((form) => named.has(form) || named.has(ANY_FORM))
}

/** Whether a regime has a rule of its own that names a material on a route. */
export function namesMaterial(law: Law, material: string, route: Route, regime: string): boolean {
  return namedForms(law, material, route, regime).size > 0
}

/** R11: the roll-up of a material's answers over its listed forms. */
export function rollUp(answers: readonly CellAnswer[], listed: readonly string[], anyListed = true): Rollup {
  const counted = answers.filter((answer) => listed.includes(answer.form))
  const counts = countsOf((status) => counted.filter((answer) => answer.status === status).length)
  return {
    status: wordFor(counts),
    counts,
    total: counted.length,
    listed,
    anyListed,
    notListed: answers.map((answer) => answer.form).filter((form) => !listed.includes(form)),
    beforeEffect: counted.length > 0 && counted.every((answer) => answer.beforeEffect),
  }
}

/** R11, one step up: the cells of several roll-ups counted together; `null` when there are none. */
export function mergeRollups(rollups: readonly Rollup[]): Rollup | null {
  if (rollups.length === 0) return null
  const counts = countsOf((status) =>
    rollups.reduce((sum, rollup) => sum + (rollup.counts.find((count) => count.status === status)?.count ?? 0), 0),
  )
  return {
    status: wordFor(counts),
    counts,
    total: rollups.reduce((sum, rollup) => sum + rollup.total, 0),
    listed: [...new Set(rollups.flatMap((rollup) => rollup.listed))],
    anyListed: rollups.some((rollup) => rollup.anyListed),
    notListed: [...new Set(rollups.flatMap((rollup) => rollup.notListed))],
    beforeEffect: rollups.every((rollup) => rollup.beforeEffect),
  }
}

function countsOf(count: (status: Status) => number): readonly Count[] {
  return [...STATUSES]
    .reverse()
    .map((status) => ({ status, count: count(status) }))
    .filter((entry) => entry.count > 0)
}

/** A word only when all agree. */
function wordFor(counts: readonly Count[]): Status | 'mixed' {
  const [only, ...others] = counts
  return only !== undefined && others.length === 0 ? only.status : 'mixed'
}

function namedForms(law: Law, material: string, route: Route, regime?: string): ReadonlySet<string> {
  const lines = (law.linesByMaterial.get(material) ?? []).filter(
    (line) => line.route === route && isRule(line) && (regime === undefined || regimeOf(law, line) === regime),
  )
  return new Set(lines.flatMap((line) => line.forms))
}

function isRule(line: Provision): boolean {
  return line.effect === 'licence' || line.effect === 'prohibit'
}

function regimeOf(law: Law, line: Provision): string {
  return instrumentOf(law, line).regime
}
