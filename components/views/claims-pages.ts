import type { Claim } from '@/lib/ledger/testimony'
import type { Frame } from './frame'

export type ClaimsPage = Frame & { readonly claims: readonly Claim[] }

export type ClaimPage = Frame & { readonly claim: Claim }
