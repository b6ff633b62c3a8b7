import type { Product } from '@/lib/ledger/check/product'
import type { Frame } from './frame'

export type CheckPage = Frame & { readonly product: Product | null }
