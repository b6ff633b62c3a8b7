import { instrumentOf } from '../law'
import type { Country, Provision } from '../record'
import { spanOn } from '../span'
import type { Input, Test } from './answer'
import type { About, Facts } from './facts-tests'
import { factsTests, routeTest, told } from './facts-tests'
import { goodsOf } from './goods-tests'
import { namesGoods } from './item-line'
import { keep, once } from './keep'
import { namesControlledGoods } from './markers'
import type { Thing, World } from './thing'
import { all, not, some } from './truth'

/** R2: a rule on controlled items reaches what some item rule in force controls on the export route of its own country. */
export function controlledTest(facts: Facts, line: Provision, { thing }: World): About {
  const own = instrumentOf(facts.law, line).jurisdiction
  return keep(facts.controlled, thing, own, () => controlOf(facts, own, thing, () => true))
}

/**
 * A rule on "gallium-related dual-use items" names no goods of its own: what an item line of gallium in force controls is
 * one, whatever that line calls it. Goods that none is known to control are told by the rule's own words, as ever.
 */
export function dualUseTest(facts: Facts, line: Provision, { thing }: World): About {
  return keep(facts.dualUse, thing, line, () => dualUseOf(facts, line, thing))
}

function dualUseOf(facts: Facts, line: Provision, thing: Thing): About {
  const tests = goodsOf(facts, line, thing)
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
  const items = once(facts.items, own, () => itemsInForce(facts, own))
    .filter(counts)
    .filter((item) => goodsOf(facts, item, thing).every(({ truth }) => truth !== 'no'))
    .map((item) => {
      const tests = [
        ...goodsOf(facts, item, thing),
        ...factsTests(facts, item),
        ...exemptionTests(facts, item, { thing, origin: null }),
      ]
      const { revivedFrom } = spanOn(facts.law, item, facts.asked.question.on)
      return { item, tests, truth: all(tests.map(({ truth }) => truth)), revivedFrom }
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

function itemsInForce({ law, asked }: Facts, own: Country): readonly Provision[] {
  return [...law.provisions.values()].filter(
    (item) =>
      namesGoods(item) &&
      item.route === 'export' &&
      instrumentOf(law, item).jurisdiction === own &&
      spanOn(law, item, asked.question.on).state === 'in-force',
  )
}

/** R5: an exemption takes goods out while it is in force; it reaches the rules of its own country. */
export function exemptionTests(facts: Facts, line: Provision, world: World): readonly Test[] {
  const { route } = line
  const own = instrumentOf(facts.law, line).jurisdiction
  const key = `${own} ${route} ${world.origin}`
  return keep(facts.exempted, world.thing, key, () => exemptedBy(facts, own, route, world))
}

function exemptedBy(facts: Facts, own: Country, route: Provision['route'], { thing, origin }: World): readonly Test[] {
  const exemptions = facts.exemptions
    .filter((one) => instrumentOf(facts.law, one).jurisdiction === own && one.route === route)
    .map((one) => [
      ...goodsOf(facts, one, thing),
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
