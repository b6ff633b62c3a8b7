import { instrumentOf } from '../law'
import type { Country, Provision } from '../record'
import { CONTROLLED_ITEMS } from '../record'
import { spanOn } from '../span'
import type { Input, Test } from './answer'
import type { About, Facts } from './facts-tests'
import { contentTests, factsTests, routeTest, told } from './facts-tests'
import { goodsTests } from './goods-tests'
import type { Thing } from './thing'
import type { Truth } from './truth'
import { all, not, some } from './truth'

/** One way things may be: what the goods are, and where they were made (`elsewhere`: in no country that rules name). */
export type World = { readonly thing: Thing; readonly origin: Country | 'elsewhere' | null }

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
  const about = line.materials.includes(CONTROLLED_ITEMS)
    ? controlledTest(facts, line, world)
    : { tests: goodsTests(facts.law, line, world.thing), firm: null, leansOn: [], leansUnverified: [] }
  const others = [
    routeTest(facts, line, world.origin),
    ...factsTests(facts, line),
    ...limbTests(facts, line, world),
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

/** R2: a rule on controlled items reaches what some item rule in force controls on the export route of its own country. */
function controlledTest(facts: Facts, line: Provision, { thing }: World): About {
  const own = instrumentOf(facts.law, line).jurisdiction
  const known = facts.controlled.get(thing) ?? new Map<Country, About>()
  facts.controlled.set(thing, known)
  const found = known.get(own) ?? workOutControlled(facts, own, thing)
  known.set(own, found)
  return found
}

function workOutControlled(facts: Facts, own: Country, thing: Thing): About {
  const { law, asked } = facts
  const items = [...law.provisions.values()]
    .filter((item) => isItemRule(item) && item.route === 'export' && instrumentOf(law, item).jurisdiction === own)
    .map((item) => ({ item, span: spanOn(law, item, asked.question.on) }))
    .filter(({ span }) => span.state === 'in-force')
    .map(({ item, span }) => {
      const tests = [
        ...goodsTests(law, item, thing),
        ...factsTests(facts, item),
        ...exemptionTests(facts, item, { thing, origin: null }),
      ]
      return { item, tests, truth: all(tests.map(({ truth }) => truth)), revivedFrom: span.revivedFrom }
    })
    .filter(({ truth }) => truth !== 'no')
  const open = items.filter(({ truth }) => truth === 'unknown').flatMap(({ tests }) => missingIn(tests))
  const firmly = some(items.filter(({ revivedFrom }) => revivedFrom.length === 0).map(({ truth }) => truth))
  const truth = some(items.map((one) => one.truth))
  const leaning = items.filter((one) => one.truth === truth)
  return {
    tests: [told('controlled', truth, ['goods'], [...new Set(open)])],
    firm: firmly,
    leansOn: leaning.map(({ item }) => item.key).sort(),
    leansUnverified: [...new Set(leaning.flatMap(({ revivedFrom }) => revivedFrom))].sort(),
  }
}

/**
 * A rule on goods made abroad for special users or uses reaches what "needs a licence" under the plain limbs of its
 * notice: by share or by technology, whichever limb names the goods.
 */
function limbTests(facts: Facts, line: Provision, { thing }: World): readonly Test[] {
  if (line.route !== 'foreign-made' || line.endUse === 'any') return []
  const limbs = [...facts.law.provisions.values()]
    .filter((limb) => limb.instrument === line.instrument && limb.route === 'foreign-made' && limb.endUse === 'any')
    .map((limb) => ({ goods: goodsTests(facts.law, limb, thing), content: contentTests(facts, limb) }))
    .filter(({ goods }) => all(goods.map(({ truth }) => truth)) !== 'no')
  if (limbs.length === 0) return []
  const truth = some(limbs.map(({ goods, content }) => all([...goods, ...content].map((one) => one.truth))))
  return [told('content', truth, ['share', 'technology'], missingIn(limbs.flatMap(({ content }) => content)))]
}

/** R5: an exemption takes goods out while it is in force; it reaches the rules of its own country. */
function exemptionTests(facts: Facts, line: Provision, { thing, origin }: World): readonly Test[] {
  const { law } = facts
  const own = instrumentOf(law, line).jurisdiction
  const exemptions = facts.exemptions
    .filter((one) => instrumentOf(law, one).jurisdiction === own && one.route === line.route)
    .map((one) => [
      ...goodsTests(law, one, thing),
      ...factsTests(facts, one),
      ...(origin === null ? [] : [routeTest(facts, one, origin)]),
    ])
  if (exemptions.length === 0) return []
  const out = some(exemptions.map((tests) => all(tests.map(({ truth }) => truth))))
  return [told('exemption', not(out), ['goods'], missingIn(exemptions.flat()))]
}

function isItemRule({ effect, materials }: Provision): boolean {
  return (effect === 'licence' || effect === 'prohibit') && !materials.includes(CONTROLLED_ITEMS)
}

function missingIn(tests: readonly Test[]): readonly Input[] {
  return [...new Set(tests.flatMap(({ missing }) => missing))]
}
