import { checkProduct } from '@/lib/ledger/check/check'
import type { Product } from '@/lib/ledger/check/product'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion } from '@/lib/ledger/question'
import { theRecord } from '../support/record'
import { timed } from './timed'

const UNSAID = { origin: null, share: null, technology: null, useKnown: false, partyKnown: false, owner: null }

/** Milliseconds to check goods of which nothing else is said: by codes that many lines may mean, and by a cell. */
export function timeTheChecks() {
  const law = openLaw(theRecord(), null)
  const question = plainQuestion(localDate('2026-11-22'))
  const check = (goods: Product['goods']) => timed(9, () => checkProduct(law, question, { ...UNSAID, goods }))
  return {
    'code 2846': check({ by: 'code', code: '2846' }),
    'code 2805': check({ by: 'code', code: '2805' }),
    'Dy metal': check({ by: 'cell', material: 'Dy', form: 'metal', unnamed: false }),
  }
}
