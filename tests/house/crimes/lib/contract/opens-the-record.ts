import { ledgerAt } from '@/lib/db/ledger'

export const question = () => ledgerAt(1)
