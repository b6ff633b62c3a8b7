import type { ledgerAt } from '@/lib/db/ledger'

export const Row = ({ row }: { row: ReturnType<typeof ledgerAt> }) => <p>{String(row)}</p>
