import { aLedger } from '@/tests/support/a-ledger'

export const fallback = aLedger
