import { statuses } from '@/lib/ledger/status'

export default async function Page() {
  const { ledgerAt } = await import('@/lib/db/ledger')
  return <p>{JSON.stringify([statuses, await ledgerAt(1)])}</p>
}
