import type { Input } from '@/lib/ledger/check/answer'
import type { Goods } from '@/lib/ledger/check/product'
import type { Party, Provision } from '@/lib/ledger/record'
import { nameOfCountry } from '../countries'
import { say } from './catalogue'
import type { CheckTold } from './check-rule'
import { clauseName } from './clause'
import { dayInWords } from './day'
import { instrumentBehind, instrumentName } from './instrument'
import { listed } from './list'
import { nameInside, nameOf } from './names'

/** What the sentences of a check speak of, with the parties and the line that were named. */
export type CheckSaid = CheckTold & {
  readonly parties: readonly Party[]
  /** The line that the goods were said by. */
  readonly line: Provision | null
  /** Names that no list holds: nobody is named by them, and nobody is cleared. */
  readonly form?: { readonly unfound: readonly { readonly field: 'party' | 'owner'; readonly name: string }[] }
}

/** What the goods were said to be: `NdFeB with 2 % dysprosium, magnet`. */
export function goodsInWords({ goods }: CheckSaid['product'], said: Omit<CheckSaid, 'product'>): string {
  switch (goods.by) {
    case 'line':
      return lineInWords(goods.provision, said)
    case 'cell':
      return say(`check.rule.answer.${goods.unnamed ? 'unnamed' : 'cell'}`, {
        material: named(said.materials, goods.material),
        form: named(said.forms, goods.form),
      })
    case 'code':
      return say('check.rule.answer.code', { code: goods.code })
    case 'composition':
      return compositionInWords(goods, said)
  }
}

/** Everything that was said of a product and its way, and what was not: each input with its answer. */
export function saidInWords(said: CheckSaid): readonly { readonly input: Input; readonly answer: string }[] {
  const { product, question, to, parties } = said
  const open = say('check.rule.answer.notSaid')
  const none = say('check.rule.answer.none')
  const { origin, share, technology, useKnown, partyKnown, owner } = product
  const nameOfParty = (key: string) => named(parties, key)
  const unfound = (field: 'party' | 'owner') => {
    const found = said.form?.unfound.find((one) => one.field === field)
    return found === undefined ? open : say('check.rule.answer.unfound', { name: found.name })
  }
  return [
    { input: 'goods', answer: goodsSaid(product, said) },
    { input: 'origin', answer: origin === null ? open : nameOfCountry(origin) },
    { input: 'share', answer: share === null ? open : say('check.rule.answer.percent', { share: String(share) }) },
    { input: 'technology', answer: technology === null ? open : say(`check.rule.answer.${technology ? 'yes' : 'no'}`) },
    { input: 'from', answer: nameOfCountry(question.from) },
    { input: 'to', answer: to === null ? open : nameOfCountry(to) },
    { input: 'use', answer: useKnown || question.use === 'military' ? say(`matrix.form.${question.use}`) : open },
    {
      input: 'party',
      answer: question.party !== null ? nameOfParty(question.party) : partyKnown ? none : unfound('party'),
    },
    {
      input: 'owner',
      answer:
        owner === null
          ? unfound('owner')
          : owner === 'none'
            ? none
            : say('check.rule.answer.owner', {
                party: nameOfParty(owner.party),
                share: owner.percent === null ? 'none' : String(owner.percent),
              }),
    },
    { input: 'on', answer: dayInWords(question.on) },
  ]
}

/** What the goods were said to be, and which of their elements nothing here is said of. */
function goodsSaid(product: CheckSaid['product'], said: CheckSaid): string {
  const goods = goodsInWords(product, said)
  if (product.goods.by !== 'composition') return goods
  const unlisted = product.goods.parts.filter(({ material }) => said.materials.every(({ key }) => key !== material))
  if (unlisted.length === 0) return goods
  return say('check.rule.answer.unlisted', { goods, elements: listed(unlisted.map(({ material }) => material)) })
}

function lineInWords(key: string, { line, instruments }: Pick<CheckSaid, 'line' | 'instruments'>): string {
  const instrument = line === null ? null : instrumentBehind(instruments, line.instrument)
  if (line === null || instrument === null) return key
  return say('check.rule.answer.line', {
    clause: clauseName(line.clause),
    item: line.item,
    instrument: instrumentName(instrument),
  })
}

function compositionInWords(
  { form, base, parts }: Goods & { readonly by: 'composition' },
  { materials, forms }: Pick<CheckSaid, 'materials' | 'forms'>,
): string {
  const shares = parts.map(({ material, percent }) =>
    say('check.rule.answer.part', { percent: String(percent), material: inside(materials, material) }),
  )
  const short = base === null || shares.length === 0 ? undefined : shortBase(base)
  return say(`check.rule.answer.${base === null || short !== undefined ? 'composition' : 'compositionOf'}`, {
    form: form === MAGNET ? say('check.rule.answer.magnet') : inside(forms, form),
    base: base === null ? 'none' : (short ?? named(materials, base)),
    parts: shares.length === 0 ? 'none' : listed(shares, 'and'),
  })
}

const MAGNET = 'magnet'

/**
 * Bases whose name says what is not in them: beside parts that are, the short name alone is true. Without parts the whole
 * name stands.
 */
const SHORT: { readonly [material: string]: 'ndfeb' | 'smco' } = { 'ndfeb-no-hree': 'ndfeb', smco: 'smco' }

/** The short name of a base whose whole name says more than is true beside its parts: `NdFeB`. */
export function shortBase(material: string): string | undefined {
  const short = SHORT[material]
  return short === undefined ? undefined : say(`check.rule.answer.base.${short}`)
}

type Known = readonly (Parameters<typeof nameOf>[0] & { readonly key: string; readonly symbol?: string | null })[]

/** As names stand inside a sentence; a product's own name keeps its capitals, which may be symbols (`NdFeB`). */
function inside(known: Known, key: string): string {
  const found = known.find((one) => one.key === key)
  if (found === undefined) return key
  return found.symbol === null ? nameOf(found) : nameInside(found)
}

function named(known: Known, key: string): string {
  const found = known.find((one) => one.key === key)
  return found === undefined ? key : nameOf(found)
}
