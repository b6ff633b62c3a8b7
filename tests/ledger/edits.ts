import { fc } from '@fast-check/vitest'
import { later, shiftDays } from '@/lib/ledger/interval'
import type { Ledger } from '@/lib/ledger/record'
import { day } from '@/tests/support/builders'
import { adding, aFurtherRule, aFurtherSuspension, aWorld, tell, without } from './worlds'

/** A world before and after an edit of it, printing as both. */
export type Edited = { readonly before: Ledger; readonly after: Ledger }

const number = fc.nat({ max: 40 })

type Turn<Item> = (one: Item, by: number) => Item

/** Changes one record of a world in a way that a drawn number decides. */
function turning<List extends 'provisions' | 'instruments' | 'parties'>(list: List, turn: Turn<Ledger[List][number]>) {
  return (world: Ledger) =>
    fc.tuple(number, number).map(([at, by]) => ({
      ...world,
      [list]: world[list].map((one, index) => (index === at % world[list].length ? turn(one, by) : one)),
    }))
}

/** One thing that an editor may do to a world. */
const EDITS: readonly ((world: Ledger) => fc.Arbitrary<Ledger>)[] = [
  (world) => aFurtherRule(world).map((rule) => adding(world, [{ ...rule, key: `rule-${world.provisions.length}` }])),
  (world) =>
    aFurtherSuspension(world).map(({ instrument, suspension }) => {
      const key = `notice-${world.instruments.length}`
      return adding(world, [{ ...suspension, key: `${key}-1`, instrument: key }], { ...instrument, key })
    }),
  (world) => number.map((at) => without(world, world.provisions[at % world.provisions.length]?.key ?? '')),
  turning('provisions', (one, by) => ({ ...one, inForce: { from: shiftDays(one.inForce.from, by % 4), to: null } })),
  turning('provisions', (one, by) => ({
    ...one,
    inForce: { ...one.inForce, to: shiftDays(one.inForce.from, (by % 9) + 1) },
  })),
  turning('provisions', (one, by) => ({
    ...one,
    destinations: by % 2 === 0 ? { only: ['DE'], except: [] } : { only: null, except: ['US', 'FR'] },
  })),
  turning('provisions', (one, by) => ({ ...one, coverage: by % 2 === 0 ? 'named' : 'whole', note: `note ${by}` })),
  turning('provisions', (one, by) => ({ ...one, endUse: by % 2 === 0 ? 'any' : 'military' })),
  turning('instruments', (one, by) => ({ ...one, verifiedThrough: later(one.issuedOn, day(by % 16)) })),
  turning('instruments', (one) => ({ ...one, binding: one.binding === 'law' ? 'statement' : 'law' })),
  turning('instruments', (one, by) => ({ ...one, issuedOn: day(by % 6) })),
  turning('instruments', (one) => ({ ...one, jurisdiction: one.jurisdiction === 'CN' ? 'MY' : 'CN' })),
  turning('parties', (one, by) => ({
    ...one,
    listedOn: day(by % 9),
    delistedOn: by % 3 === 0 ? null : day((by % 9) + (by % 5) + 1),
  })),
  turning('parties', (one, by) => ({ ...one, country: ['US', 'JP', 'DE', null][by % 4] ?? null })),
  (world) => {
    const forms: { readonly [key: string]: string[] } = { Ho: ['metal', 'oxide'], Dy: ['metal'] }
    return fc.constant({
      ...world,
      materials: world.materials.map((one) => ({ ...one, forms: forms[one.key] ?? one.forms })),
    })
  },
]

const anEdit = (world: Ledger) =>
  fc.nat({ max: EDITS.length - 1 }).chain((which) => EDITS[which]?.(world) ?? fc.constant(world))

export const edited: fc.Arbitrary<Edited> = aWorld.chain((before) =>
  anEdit(before)
    .chain((once) => fc.oneof(fc.constant(once), anEdit(once)))
    .map((after) => readable({ before, after })),
)

function readable(edit: Edited): Edited {
  const value = () => `${tell(edit.before)} becomes ${tell(edit.after)}`
  return Object.defineProperty(edit, fc.toStringMethod, { value, enumerable: false })
}
