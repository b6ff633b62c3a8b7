import type { Product } from '@/lib/ledger/check/product'
import type { Result } from '@/lib/ledger/result'
import { refused } from '@/lib/ledger/result'
import type { Problem } from './refusal'

/** A product as the end of an address, without the leading slash: the segments behind `check/`. */
export function productPath({ goods }: Product): string {
  return goods.by
}

/** Reads what `productPath` wrote, decoded. */
export function readProduct(segments: readonly string[]): Result<Product, Problem> {
  return refused({ why: 'unknown-view', value: `check/${segments.join('/')}` })
}
