import type { CellKey } from '../impact-groups'
import type { Law } from '../law'
import { openLaw } from '../law'
import type { MatrixCell } from '../matrix'
import type { Provision } from '../record'
import { conclude } from '../resolve'
import type { Scope } from '../scope'
import { cellsOf } from './cells'
import type { World } from './seen'
import { cellIn, isHeld, isOpen } from './seen'

/** Cells that stay closed whatever was eased, by what holds them. */
export type Held = { readonly instrument: string; readonly cells: readonly CellKey[] }

/** What an easing comes to: how many cells it opened, and which stayed closed under another rule. */
export type Relief = {
  readonly opened: readonly CellKey[]
  /** The reverse: not closed without it, and closed with it. */
  readonly shut: readonly CellKey[]
  /** Neither open nor closed since: the pause has ended and nobody has verified what followed. */
  readonly unclear: readonly CellKey[]
  /** How many cells need a licence or are closed with it as without it, and what holds them, the most cells first. */
  readonly closed: number
  readonly held: readonly Held[]
}

const EASES: ReadonlySet<Provision['effect']> = new Set(['suspend', 'exempt', 'repeal'])

/** The provisions of an instrument that ease something: those that suspend, exempt or repeal, and those that extend one. */
export function easingsOf(law: Law, instrument: string): readonly Provision[] {
  const eases = ({ effect, targets }: Provision): boolean =>
    EASES.has(effect) || (effect === 'extend' && targets.some((key) => easesAsTarget(law, key)))
  return [...law.provisions.values()].filter((one) => one.instrument === instrument && eases(one))
}

/**
 * Net relief of an easing on the asked day: the law as it is, beside the law without these provisions.
 *
 * @param easings provisions of the world's law by key: a suspension, an exemption, a repeal, or all of an instrument.
 */
export function netRelief(world: World, easings: ReadonlySet<string>, scope: Scope): Relief {
  const { law, question } = world
  const provisions = law.ledger.provisions.filter(({ key }) => !easings.has(key))
  const without: World = { law: openLaw({ ...law.ledger, provisions }, law.known), question }
  return reliefBetween(
    law,
    cellsOf([law], scope).map((cell) => ({
      ...cell,
      before: cellIn(without, cell.material, cell.form),
      after: cellIn(world, cell.material, cell.form),
    })),
  )
}

type Pair = CellKey & { readonly before: MatrixCell | null; readonly after: MatrixCell | null }

/** Net relief between two answers to each cell, such as those of two days. @param law the law of the later ones. */
export function reliefBetween(law: Law, pairs: readonly Pair[]): Relief {
  const both = pairs.filter(({ before, after }) => before !== null && after !== null)
  const held = both.filter((pair) => isHeldIn(pair.before) && isHeldIn(pair.after))
  const byInstrument = new Map<string, CellKey[]>()
  for (const pair of held) {
    for (const instrument of holdersOf(law, pair.after)) {
      byInstrument.set(instrument, [...(byInstrument.get(instrument) ?? []), keyOf(pair)])
    }
  }
  return {
    opened: both.filter(({ before, after }) => !isOpenIn(before) && isOpenIn(after)).map(keyOf),
    shut: both.filter(({ before, after }) => !isHeldIn(before) && isHeldIn(after)).map(keyOf),
    unclear: both.filter(({ before, after }) => isHeldIn(before) && after?.answer.status === 'pause-ended').map(keyOf),
    closed: held.length,
    held: [...byInstrument]
      .map(([instrument, cells]) => ({ instrument, cells }))
      .sort((a, b) => b.cells.length - a.cells.length || (a.instrument < b.instrument ? -1 : 1)),
  }
}

/** The instruments of which each alone would hold a cell closed. */
function holdersOf(law: Law, cell: MatrixCell | null): readonly string[] {
  if (cell === null) return []
  const { material, form, lines } = cell.answer
  const asking = { on: cell.run.since, material, form, from: '' }
  return [...new Set(lines.map(({ instrument }) => instrument.key))].filter((key) =>
    isHeld(
      conclude(
        law,
        lines.filter(({ instrument }) => instrument.key === key),
        asking,
      ).status,
    ),
  )
}

function easesAsTarget(law: Law, key: string): boolean {
  const own = law.provisions.get(key)
  if (own !== undefined) return EASES.has(own.effect)
  return [...law.provisions.values()].some((one) => one.instrument === key && EASES.has(one.effect))
}

function isOpenIn(cell: MatrixCell | null): boolean {
  return cell !== null && isOpen(cell.answer.status)
}

function isHeldIn(cell: MatrixCell | null): boolean {
  return cell !== null && isHeld(cell.answer.status)
}

function keyOf({ material, form }: CellKey): CellKey {
  return { material, form }
}
