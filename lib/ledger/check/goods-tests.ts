import type { Law } from '../law'
import type { Provision } from '../record'
import { ANY_FORM } from '../record'
import type { Test } from './answer'
import type { Facts } from './facts-tests'
import { keep } from './keep'
import { isProduct, madeCoverage, madeForm, madeMaterial, mayHold } from './made-tests'
import { systemsIn } from './systems'
import { hasForm, type Thing } from './thing'
import type { Truth } from './truth'
import { truthOf } from './truth'

type OfLine = Thing & { readonly is: 'line' }
type OfCell = Thing & { readonly is: 'cell' }

/** The first three tests of an item line: whether it names what a thing is made of, its form, and the thing itself (R10). */
export function goodsOf({ law, goods }: Facts, line: Provision, thing: Thing): readonly Test[] {
  return keep(goods, thing, line, () => goodsTests(law, line, thing))
}

function goodsTests(law: Law, line: Provision, thing: Thing): readonly Test[] {
  const material = materialTruth(law, line, thing)
  const form = formTruth(law, line, thing)
  const coverage = coverageTruth(law, line, thing)
  return [
    test('material', material, [thing.is === 'cell' ? 'composition' : 'goods'], material === 'unknown'),
    test('form', form, ['goods'], form === 'unknown'),
    test('coverage', coverage, [thing.is === 'cell' ? 'named' : 'goods'], coverage === 'unknown'),
  ]
}

function test(name: Test['test'], truth: Truth, settles: Test['missing'], open: boolean): Test {
  return { test: name, truth, inputs: ['goods'], missing: open ? settles : [] }
}

function materialTruth(law: Law, line: Provision, thing: Thing): Truth {
  switch (thing.is) {
    case 'anything':
      return 'unknown'
    case 'line':
      return alsoReached(line, thing) ?? overlap(thing.line.materials, line.materials)
    case 'cell':
      if (line.materials.includes(thing.material)) return 'yes'
      return alsoReached(line, thing) ?? truthOrUnknown(mayHold(law, line, thing))
    case 'made':
      return madeMaterial(law, line, thing)
  }
}

function formTruth(law: Law, line: Provision, thing: Thing): Truth {
  if (thing.is === 'anything') return 'unknown'
  if (thing.is === 'made') return madeForm(law, line, thing)
  if (thing.is === 'cell') return truthOf(hasForm(line, thing.form))
  return line.forms.includes(ANY_FORM) ? 'yes' : overlap(thing.line.forms, line.forms)
}

function coverageTruth(law: Law, line: Provision, thing: Thing): Truth {
  if (thing.is === 'line' && thing.line.key === line.key) return 'yes'
  if (line.coverage === 'whole') return 'yes'
  switch (thing.is) {
    case 'anything':
      return 'unknown'
    case 'line':
      return lineCoverage(law, line, thing)
    case 'cell':
      return thing.unnamed ? 'no' : 'unknown'
    case 'made':
      return madeCoverage(law, line, thing)
  }
}

/** Whether all that one list holds is in another, some of it, or none. */
function overlap(own: readonly string[], named: readonly string[]): Truth {
  const shared = own.filter((key) => named.includes(key))
  if (own.includes(ANY_FORM)) return 'unknown'
  return shared.length === 0 ? 'no' : shared.length === own.length ? 'yes' : 'unknown'
}

function truthOrUnknown(perhaps: boolean): Truth {
  return perhaps ? 'unknown' : 'no'
}

/** Another instrument that a line's note points to reaches the same goods by other words: nobody can say "no" of it. */
function alsoReached(line: Provision, { alsoUnder }: OfLine | OfCell): Truth | null {
  return alsoUnder.has(line.instrument) ? 'unknown' : null
}

/**
 * Goods of another line: the named goods of one list are told apart by their items, alloys by the elements they are
 * made of, and products by their own key. Where none of this tells, nobody knows.
 */
function lineCoverage(law: Law, line: Provision, { line: own }: OfLine): Truth {
  if (areSiblings(own, line)) return 'no'
  if (areLimbs(own, line)) return 'yes'
  const products = own.materials.filter((key) => isProduct(law, key))
  if (products.some((key) => line.materials.includes(key))) return 'yes'
  const [mine, theirs] = [systemsIn(own), systemsIn(line)]
  if (mine === null || theirs === null) return 'unknown'
  const shared = mine.filter((system) => theirs.includes(system))
  return shared.length === mine.length ? 'yes' : shared.length === 0 ? 'no' : 'unknown'
}

/** Two limbs of one notice on the same goods: they differ in route, use or share, and in nothing that goods are told by. */
function areLimbs(a: Provision, b: Provision): boolean {
  if (a.instrument !== b.instrument) return false
  if (a.route === b.route && a.endUse === b.endUse && a.deMinimis === b.deMinimis) return false
  return sameKeys(a.materials, b.materials) && sameKeys(a.forms, b.forms)
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key))
}

/** Two items of one list that differ in their last sign: `1C902.a.2.a` and `1C902.a.2.b`. */
function areSiblings(a: Provision, b: Provision): boolean {
  if (a.instrument !== b.instrument || a.route !== b.route || a.coverage !== 'named') return false
  const [parentA, parentB] = [parentOf(a.clause), parentOf(b.clause)]
  return a.clause !== b.clause && parentA !== null && parentA === parentB
}

function parentOf(clause: string): string | null {
  return /^(\d[A-Z]\d{3}(?:\.[A-Za-z0-9]+)*)\.[A-Za-z0-9]+$/u.exec(clause)?.[1] ?? null
}
