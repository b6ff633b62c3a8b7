import { previousDay } from '../interval'
import { instrumentOf } from '../law'
import type { Provision } from '../record'
import { spanOn, spansOf } from '../span'
import type { ProvisionSpan, ProvisionState, RuleStatus } from '../status'
import type { Finding, Input, Test } from './answer'
import { INPUTS, TESTS } from './answer'
import type { Facts } from './facts-tests'
import { told } from './facts-tests'
import { assumedDaysOn, openQuestionsOn } from './open-questions'
import type { Reached } from './rule'
import type { World } from './thing'
import type { Truth } from './truth'
import { agreed, truthOf } from './truth'

type Read = { readonly provision: Provision; readonly reached: readonly Reached[] }
type Sure = Finding['otherwise']

/** R8: what a rule gives on the asked day if it reaches the goods, and whether that rests on no unverified revival. */
export function givesOn({ law, asked }: Facts, provision: Provision): { gives: RuleStatus; firm: boolean } {
  const span = spanOn(law, provision, asked.question.on)
  return { gives: givenBy(provision, span.state), firm: span.revivedFrom.length === 0 }
}

/** One rule's finding over everything that the goods may be. */
export function findingOf(facts: Facts, { provision, reached }: Read, worlds: readonly World[]): Finding {
  const { law, asked, product } = facts
  const span = spanOn(law, provision, asked.question.on)
  const reaches = agreed(reached.map((one) => one.reaches))
  const firm = agreed(reached.map((one) => one.firmly)) === 'yes' || reaches !== 'yes'
  const tests = [
    ...mergedTests(reached, worlds, product.goods.by === 'cell' || product.goods.by === 'composition'),
    told('day', truthOf(span.state === 'in-force'), ['on'], []),
  ]
  const state = sureOf(span, firm)
  const missing = new Set(tests.flatMap((test) => test.missing))
  const revivedFrom = keys([...span.revivedFrom, ...(firm ? [] : reached.flatMap((one) => one.leansUnverified))])
  const acted = { provision, suspendedBy: span.suspendedBy, revivedFrom }
  return {
    provision,
    instrument: instrumentOf(law, provision),
    verdict: reaches === 'no' ? 'does-not-reach' : reaches === 'unknown' ? 'cannot-tell' : state,
    otherwise: reaches === 'no' ? 'does-not-reach' : state,
    effect: effectOf(provision),
    gives: givenBy(provision, span.state),
    state: span.state,
    tests,
    missing: reaches === 'unknown' ? INPUTS.filter((input) => missing.has(input)) : [],
    suspendedBy: span.suspendedBy,
    revivedFrom,
    revivedByItem: revivedFrom.length > 0 && span.revivedFrom.length === 0,
    leansOn: keys(reached.flatMap((one) => one.leansOn)),
    disputes: openQuestionsOn(facts, acted),
    assumed: assumedDaysOn(facts, acted),
    beforeEffect: span.state === 'suspended' && !span.applied,
    ...runOf(facts, provision),
  }
}

/** A rule beside the goods: it does not name them, and may reach them by what the exporter knows. */
export function asBeside(finding: Finding): Finding {
  const otherwise = finding.revivedFrom.length > 0 ? 'unverified' : 'bites'
  return { ...finding, verdict: 'cannot-tell', otherwise }
}

/** What happens to a rule on the day, and its run of days on both sides. */
function runOf({ law, asked }: Facts, provision: Provision): Pick<Finding, 'since' | 'lastDay' | 'next'> {
  const spans = spansOf(law, provision)
  const here = spanOn(law, provision, asked.question.on)
  const own = sureOf(here, true)
  const at = spans.indexOf(here)
  const before = spans.slice(0, at).findLastIndex((span) => sureOf(span, true) !== own)
  const since = (spans[before + 1] ?? here).from
  const after = spans.slice(at + 1).find((span) => sureOf(span, true) !== own)
  return {
    since: since < law.coversFrom ? null : since,
    lastDay: after === undefined ? null : previousDay(after.from),
    next: after === undefined ? null : { on: after.from, verdict: sureOf(after, true) },
  }
}

function sureOf({ state, revivedFrom }: ProvisionSpan, firm: boolean): Sure {
  switch (state) {
    case 'in-force':
      return revivedFrom.length > 0 || !firm ? 'unverified' : 'bites'
    case 'suspended':
      return 'paused'
    case 'announced':
      return 'will-bite'
    case 'ended':
    case 'not-issued':
      return state
  }
}

/** R8: what a rule in a state makes of goods that it reaches. */
function givenBy(provision: Provision, state: ProvisionState): RuleStatus {
  switch (state) {
    case 'in-force':
      return effectOf(provision)
    case 'suspended':
      return 'paused'
    case 'announced':
      return 'announced'
    case 'ended':
    case 'not-issued':
      return 'not-controlled'
  }
}

function effectOf({ effect, inPrinciple }: Provision): Finding['effect'] {
  return effect === 'licence' ? 'licence' : inPrinciple ? 'refused' : 'prohibited'
}

/** Each test over all worlds: where worlds differ, what tells them apart is missing. */
function mergedTests(reached: readonly Reached[], worlds: readonly World[], composed: boolean): readonly Test[] {
  return TESTS.flatMap((name) => {
    const own = reached.flatMap(({ tests }) => tests.filter(({ test }) => test === name))
    const [first] = own
    if (first === undefined) return []
    const truth = agreed(own.map((test) => test.truth))
    const open = own.flatMap(({ missing }) => missing)
    const apart = truth === 'unknown' && open.length === 0 ? tellApart(name, own, worlds, composed) : []
    return [{ ...first, truth, missing: truth === 'unknown' ? [...new Set([...open, ...apart])] : [] }]
  })
}

function tellApart(name: Test['test'], own: readonly Test[], worlds: readonly World[], composed: boolean): Input[] {
  if (name === 'knowledge') return []
  const differ = new Set<Truth>(own.map(({ truth }) => truth)).size > 1
  if (!differ) return []
  if (name === 'route' && new Set(worlds.map(({ origin }) => origin)).size > 1) return ['origin']
  return [composed ? 'composition' : 'goods']
}

function keys(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort()
}
