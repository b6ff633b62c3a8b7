import type { Provision } from '../record'
import { CONTROLLED_ITEMS } from '../record'
import type { Test } from './answer'
import { controlledTest, dualUseTest, exemptionTests, missingIn } from './controlled'
import type { About, Facts } from './facts-tests'
import { contentTests, factsTests, routeTest, told } from './facts-tests'
import { goodsOf } from './goods-tests'
import { keep } from './keep'
import { namesControlledGoods } from './markers'
import type { Thing, World } from './thing'
import type { Truth } from './truth'
import { all, some } from './truth'

/** What one rule says in one world, the day apart. */
export type Reached = {
  readonly tests: readonly Test[]
  /** Whether it reaches the goods, unverified revivals of what it leans on taken as they read (R9). */
  readonly reaches: Truth
  /** Whether it does without them. */
  readonly firmly: Truth
  /** Whether what it names is what the goods are, all else apart. */
  readonly goods: Truth
  readonly leansOn: readonly string[]
  readonly leansUnverified: readonly string[]
}

/** Applies every test of a rule but the day in one world. */
export function reachIn(facts: Facts, line: Provision, world: World): Reached {
  const about = aboutGoods(facts, line, world)
  const others = [
    routeTest(facts, line, world.origin),
    ...factsTests(facts, line),
    ...keep(facts.limbs, world.thing, line, () => limbTests(facts, line, world.thing)),
    ...exemptionTests(facts, line, world),
  ]
  const goods = all(about.tests.map(({ truth }) => truth))
  const rest = all(others.map(({ truth }) => truth))
  return {
    tests: [...about.tests, ...others],
    reaches: all([goods, rest]),
    firmly: all([about.firm ?? goods, rest]),
    goods,
    leansOn: about.leansOn,
    leansUnverified: about.leansUnverified,
  }
}

/** Whether what a rule names is what the goods are: by its own words, or by what other rules control. */
function aboutGoods(facts: Facts, line: Provision, world: World): About {
  if (line.materials.includes(CONTROLLED_ITEMS)) return controlledTest(facts, line, world)
  if (namesControlledGoods(line)) return dualUseTest(facts, line, world)
  return { tests: goodsOf(facts, line, world.thing), firm: null, leansOn: [], leansUnverified: [] }
}

/**
 * A rule on goods made abroad for special users or uses reaches what "needs a licence" under the plain limbs of its
 * notice: by share or by technology, whichever limb names the goods.
 */
function limbTests(facts: Facts, line: Provision, thing: Thing): readonly Test[] {
  if (line.route !== 'foreign-made' || line.endUse === 'any') return []
  const limbs = [...facts.law.provisions.values()]
    .filter((limb) => limb.instrument === line.instrument && limb.route === 'foreign-made' && limb.endUse === 'any')
    .map((limb) => ({ goods: goodsOf(facts, limb, thing), content: contentTests(facts, limb) }))
    .filter(({ goods }) => all(goods.map(({ truth }) => truth)) !== 'no')
  if (limbs.length === 0) return []
  const truth = some(limbs.map(({ goods, content }) => all([...goods, ...content].map((one) => one.truth))))
  // A limb may turn on what the goods are, where their share and the technology are known.
  const asked = limbs.flatMap(({ goods, content }) => [...goods, ...content])
  return [told('content', truth, ['share', 'technology'], missingIn(asked))]
}
