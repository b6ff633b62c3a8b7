import 'server-only'
import type { Product } from '@/lib/ledger/check/product'
import { frameOf } from './frame'
import type { Opened } from './opened'

/** Which rules bite a product; `null` is the empty form. */
export function checkPage(opened: Opened, product: Product | null) {
  return { ...frameOf(opened), product }
}
