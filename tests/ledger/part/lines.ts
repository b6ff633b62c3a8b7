import type { Wanted } from '@/lib/ledger/part/wanted'
import type { Provision } from '@/lib/ledger/record'
import { CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { Indicator, WholeRecord } from '@/lib/ledger/testimony'

/** The materials asked for by name or as elements. */
export function materialsAsked({ materials }: WholeRecord, wanted: Wanted): ReadonlySet<string> {
  const elements = wanted.elements ? materials.filter(({ kind }) => kind === 'element').map(({ key }) => key) : []
  return new Set([...wanted.materials, ...elements])
}

/** The series of some materials. */
export function seriesOf({ indicators }: WholeRecord, asked: ReadonlySet<string>): readonly Indicator[] {
  return indicators.filter(({ materials }) => materials.some((key) => asked.has(key)))
}

/**
 * The lines that can bear on the cells of some materials, and those that are told by themselves, with everything that acts
 * on any of them, and on that, and so on.
 */
export function linesFor(record: WholeRecord, wanted: Wanted, cells: ReadonlySet<string>): readonly Provision[] {
  const { provisions } = record
  const naming = provisions.filter(
    (one) => isRule(one) && one.materials.some((key) => key === CONTROLLED_ITEMS || cells.has(key)),
  )
  const told = provisions.filter(
    ({ key, instrument }) => wanted.provisions.includes(key) || wanted.instruments.includes(instrument),
  )
  const aimedAt = new Set(told.flatMap(({ targets }) => targets))
  const aimed = provisions.filter(({ key, instrument }) => aimedAt.has(key) || aimedAt.has(instrument))
  return closed(provisions, [...naming, ...told, ...aimed, ...besides(provisions, told, wanted)])
}

/** The other suspensions of what suspends a line that is told: together they are told as one, from their first day on. */
function besides(provisions: readonly Provision[], told: readonly Provision[], wanted: Wanted): readonly Provision[] {
  const own = new Set([
    ...told.map(({ key }) => key),
    ...told.map(({ instrument }) => instrument),
    ...wanted.instruments,
  ])
  const suspending = provisions.filter(({ effect }) => effect === 'suspend')
  const direct = suspending.filter(({ targets }) => targets.some((key) => own.has(key)))
  const instruments = new Set(direct.map(({ instrument }) => instrument))
  return suspending.filter(({ instrument }) => instruments.has(instrument))
}

/** Lines with the acts that target them or their instruments, and the acts on these, until there are no more. */
export function closed(provisions: readonly Provision[], lines: readonly Provision[]): readonly Provision[] {
  const found = new Set(lines)
  let last: readonly Provision[] = lines
  while (last.length > 0) {
    const aims = new Set(last.flatMap(({ key, instrument }) => [key, instrument]))
    last = provisions.filter((one) => !found.has(one) && one.targets.some((target) => aims.has(target)))
    for (const one of last) found.add(one)
  }
  return [...found]
}

function isRule({ effect }: Provision): boolean {
  return effect === 'licence' || effect === 'prohibit' || effect === 'exempt'
}
