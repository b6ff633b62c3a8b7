import 'server-only'
import type { CheckAnswer } from '@/lib/ledger/check/answer'
import { isTariffCode, linesWithoutCode } from '@/lib/ledger/check/candidates'
import { checkProduct } from '@/lib/ledger/check/check'
import type { Goods, Product } from '@/lib/ledger/check/product'
import { ask } from '@/lib/ledger/concern'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { lookedThrough } from '@/lib/ledger/law'
import type { Party, Provision } from '@/lib/ledger/record'
import { checkForm } from './check-form'
import { frameOf, mentionsOf } from './frame'
import type { Opened } from './opened'

/** Which rules bite a product, with everything that the answer names; `null` is the empty form. */
export function checkPage(opened: Opened, product: Product | null) {
  const { coordinates, law, record } = opened
  const { question } = coordinates
  const answer = product === null ? null : checkProduct(law, question, product)
  const told = answer === null ? [] : [...answer.findings, ...answer.besides]
  const uncoded = uncodedFor(law, product)
  const provisions = [
    ...told.map(({ provision }) => provision),
    ...(answer?.candidates ?? []).map((one) => one.provision),
  ]
  return {
    ...frameOf(opened, answer === null ? undefined : (verifiedThroughOf(law, answer, question.from) ?? undefined)),
    ...mentionsOf(record, [...provisions, ...told.map(({ instrument }) => instrument)], law.instruments.values()),
    product,
    answer,
    uncoded,
    to: ask(law, question).to,
    parties: partiesIn(law, question.party, product),
    materials: record.materials,
    forms: record.forms,
    form: checkForm(opened),
    line: product === null ? null : lineOf(law, product.goods),
  }
}

/** A check is verified through the earliest look at what it rests on; where that is no rule, the last look at all (R7). */
function verifiedThroughOf(law: Law, { looked }: CheckAnswer, from: string): LocalDate | null {
  return looked?.through ?? lookedThrough(law, from)
}

/** The lines that a customs code cannot rule out, because they print none. A line of a control list always has its code. */
function uncodedFor(law: Law, product: Product | null): readonly Provision[] {
  const goods = product?.goods
  return goods?.by === 'code' && isTariffCode(goods.code) ? linesWithoutCode(law) : []
}

/** The parties that are named, as buyer or as its owner. */
function partiesIn(law: Law, party: string | null, product: Product | null): readonly Party[] {
  const owner = product?.owner ?? null
  const named = [party, owner === null || owner === 'none' ? null : owner.party]
  return [...new Set(named)].flatMap((key) => (key === null ? [] : (law.parties.get(key) ?? [])))
}

function lineOf(law: Law, goods: Goods) {
  return goods.by === 'line' ? (law.provisions.get(goods.provision) ?? null) : null
}
