import { instrumentOf } from '../law'
import type { Country, Provision } from '../record'
import { CONTROLLED_ITEMS } from '../record'
import { spanOn } from '../span'
import type { Input, Test } from './answer'
import type { About, Facts } from './facts-tests'
import { factsTests, routeTest, told } from './facts-tests'
import { goodsTests } from './goods-tests'
import { namesControlledGoods } from './markers'
import type { Thing, World } from './thing'
import { all, not, some } from './truth'

/** R2: a rule on controlled items reaches what some item rule in force controls on the export route of its own country. */
export function controlledTest(facts: Facts, line: Provision, { thing }: World): About {
  const own = instrumentOf(facts.law, line).jurisdiction
  const known = facts.controlled.get(thing) ?? new Map<Country, About>()
  facts.controlled.set(thing, known)
  const found = known.get(own) ?? controlOf(facts, own, thing, () => true)
  known.set(own, found)
  return found
}

/**
 * A rule on "gallium-related dual-use items" names no goods of its own: what an item line of gallium in force controls is
 * one, whatever that line calls it. Goods that none is known to control are told by the rule's own words, as ever.
 */
export function dualUseTest(facts: Facts, line: Provision, { thing }: World): About {
  const tests = goodsTests(facts.law, line, thing)
  const own = instrumentOf(facts.law, line).jurisdiction
  const ofMaterial = (item: Provision) => item.materials.some((key) => line.materials.includes(key))
  const control = controlOf(facts, own, thing, (item) => ofMaterial(item) && !namesControlledGoods(item))
  const controlled = control.tests.map(({ truth }) => truth)
  const by = (truths: readonly Test['truth'][]) => (one: Test) =>
    one.test === 'coverage' ? some([...truths, one.truth]) : one.truth
  const settled = tests.map((one) => {
    const truth = by(controlled)(one)
    return { ...one, truth, missing: truth === 'unknown' ? one.missing : [] }
  })
  const leans = all(controlled) === 'yes'
  return {
    tests: settled,
    firm: all(tests.map(by(control.firm === null ? [] : [control.firm]))),
    leansOn: leans ? control.leansOn : [],
    leansUnverified: leans ? control.leansUnverified : [],
  }
}

/** Whether an item rule in force controls a thing, of those that count. */
function controlOf(facts: Facts, own: Country, thing: Thing, counts: (item: Provision) => boolean): About {
  const { law, asked } = facts
  const items = [...law.provisions.values()]
    .filter((item) => isItemRule(item) && item.route === 'export' && instrumentOf(law, item).jurisdiction === own)
    .filter(counts)
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

/** R5: an exemption takes goods out while it is in force; it reaches the rules of its own country. */
export function exemptionTests(facts: Facts, line: Provision, { thing, origin }: World): readonly Test[] {
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

/** What would settle tests, each once. */
export function missingIn(tests: readonly Test[]): readonly Input[] {
  return [...new Set(tests.flatMap(({ missing }) => missing))]
}

function isItemRule({ effect, materials }: Provision): boolean {
  return (effect === 'licence' || effect === 'prohibit') && !materials.includes(CONTROLLED_ITEMS)
}
