import { ledgerAt } from '@/lib/db/ledger'

export default async function Page() {
  return <p>{JSON.stringify(await ledgerAt(1))}</p>
}
