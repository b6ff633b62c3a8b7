import type { Finding, Input, Test } from '@/lib/ledger/check/answer'
import { ownedFrom } from '@/lib/ledger/check/markers'
import type { Product } from '@/lib/ledger/check/product'
import { previousDay } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { Form, Instrument, Material, Provision } from '@/lib/ledger/record'
import { ANY_FORM } from '@/lib/ledger/record'
import { nameOfCountry } from '../countries'
import { say } from './catalogue'
import { countriesInWords } from './country-names'
import { dayInWords } from './day'
import { instrumentBehind, instrumentName } from './instrument'
import { listed, sentences } from './list'
import { nameOf } from './names'

/** What the sentences of a check speak of. */
export type CheckTold = {
  readonly question: Question
  readonly product: Product
  /** The destination that was asked, or that the named party has; `null` for one that was not said. */
  readonly to: string | null
  readonly materials: readonly Pick<Material, 'key' | 'symbol' | 'nameEn' | 'nameZh'>[]
  readonly forms: readonly Pick<Form, 'key' | 'nameEn' | 'nameZh'>[]
  readonly instruments: { readonly [key: string]: Instrument }
}

/** Why a test of a rule came out as it did, with what was looked at: `It names dysprosium, which the product is made of.` */
export function testInWords(test: Test, finding: Finding, told: CheckTold): string {
  const { truth } = test
  const { provision, instrument } = finding
  switch (test.test) {
    case 'material':
      return say(`check.rule.why.material.${truth}`, { materials: materialsOf(provision, told) })
    case 'form':
      return provision.forms.includes(ANY_FORM)
        ? say('check.rule.why.form.any')
        : say(`check.rule.why.form.${truth}`, { forms: formsOf(provision, told) })
    case 'coverage':
      return provision.coverage === 'whole'
        ? say('check.rule.why.coverage.whole')
        : say(`check.rule.why.coverage.${truth}`, { item: provision.item })
    case 'controlled':
      return say(`check.rule.why.controlled.${truth}`, { count: finding.leansOn.length })
    case 'route':
      return routeInWords(test, provision, instrument, told)
    case 'destination':
      return destinationInWords(test, provision, told)
    case 'party':
      return partyInWords(test, provision, told)
    case 'share':
      return shareTold(test, provision, told)
    case 'knowledge':
      return say('check.rule.why.knowledge.unknown')
    case 'day':
      return dayTold(finding, told)
    default:
      return say(`check.rule.why.${test.test}.${truth}`)
  }
}

/** What a rule does to the goods, and from when to when. */
export function findingInWords(finding: Finding): string {
  const { verdict, otherwise, missing, effect } = finding
  if (verdict === 'does-not-reach') return say('check.rule.said.does-not-reach')
  if (verdict !== 'cannot-tell') return daysInWords(finding, verdict)
  const open =
    missing.length === 0
      ? say('check.rule.said.cannot-tell-else')
      : say('check.rule.said.cannot-tell', { missing: inputsInWords(missing) })
  const then =
    otherwise === 'bites' || otherwise === 'unverified' || otherwise === 'paused' || otherwise === 'will-bite'
      ? say(`check.rule.otherwise.${otherwise}`, { effect: say(`check.rule.effect.${effect}`) })
      : null
  return sentences(open, then)
}

/** Inputs by what they ask for: `where it was made, and the end use`. */
export function inputsInWords(inputs: readonly Input[]): string {
  return listed(
    inputs.map((input) => say(`check.rule.input.${input}`)),
    'clauses',
  )
}

type Dated = Exclude<Finding['otherwise'], 'does-not-reach'>

function daysInWords({ since, lastDay, next, revivedByItem, assumed }: Finding, verdict: Dated): string {
  if (verdict === 'unverified' && revivedByItem) return say('check.rule.said.unverified-by-item')
  // An unverified revival is told from the last day of the suspension before it.
  const last = verdict === 'unverified' && since !== null ? previousDay(since) : lastDay
  const days = say(`check.rule.said.${verdict}`, {
    since: since === null ? 'none' : dayInWords(since),
    last: last === null ? 'none' : dayInWords(last),
    next: next === null ? 'none' : dayInWords(next.on),
  })
  return sentences(days, assumed.length > 0 ? say('proof.assumed') : null)
}

function materialsOf({ materials }: Provision, { materials: known }: CheckTold): string {
  return listed(materials.map((key) => nameIn(known, key)))
}

function formsOf({ forms }: Provision, { forms: known }: CheckTold): string {
  return listed(forms.map((key) => nameIn(known, key)))
}

function nameIn(known: readonly Pick<Material, 'key' | 'nameEn' | 'nameZh'>[], key: string): string {
  const found = known.find((one) => one.key === key)
  return found === undefined ? key : nameOf(found)
}

function routeInWords({ truth }: Test, { route }: Provision, { jurisdiction }: Instrument, { question }: CheckTold) {
  return say(`check.rule.why.${route}.${truth as 'yes'}`, {
    country: nameOfCountry(jurisdiction),
    from: nameOfCountry(question.from),
  })
}

function destinationInWords({ truth }: Test, { destinations: { only, except } }: Provision, { to }: CheckTold): string {
  const way = only === null ? 'except' : 'only'
  return say(`check.rule.why.${way}.${truth}`, {
    countries: countriesInWords(only ?? except),
    to: to === null ? '' : nameOfCountry(to),
  })
}

function partyInWords({ truth }: Test, provision: Provision, { instruments }: CheckTold): string {
  const { partyList } = provision
  const list = partyList === null ? null : instrumentBehind(instruments, partyList)
  const name = list === null ? (partyList ?? say('check.rule.why.anyList')) : instrumentName(list)
  const percent = ownedFrom(provision)
  return sentences(
    say(`check.rule.why.party.${truth}`, { list: name }),
    percent === null ? say('check.rule.why.owned.no') : say('check.rule.why.owned.yes', { percent }),
  )
}

function shareTold({ truth }: Test, { deMinimis }: Provision, { product }: CheckTold): string {
  return say(`check.rule.why.share.${truth}`, {
    floor: String(Number(((deMinimis ?? 0) * 100).toPrecision(12))),
    share: String(product.share ?? ''),
  })
}

function dayTold({ state, revivedFrom }: Finding, { question }: CheckTold): string {
  const how = state === 'in-force' && revivedFrom.length > 0 ? 'unverified' : state
  return say(`check.rule.why.day.${how as 'in-force'}`, { day: dayInWords(question.on) })
}
