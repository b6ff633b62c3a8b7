import type { Metadata } from 'next'
import { RefusalView } from '@/components/refusal/refusal-view'
import type { Refusal } from '@/lib/contract/refusal'
import { titleOf } from '@/lib/contract/refusal'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { snapshotOf } from '@/lib/sharing/snapshots'

export const dynamic = 'force-static' // so that it passes the page store, which gives it its status and keeps nothing
export const dynamicParams = true

type Props = PageProps<'/s/[snapshot]/refused'>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf(await refusalOf((await params).snapshot)) }
}

/** Why a snapshot is not shown: `proxy.ts` leads here, and it is asked for once more. */
export default async function RefusedSnapshotPage({ params }: Props) {
  return <RefusalView refusal={await refusalOf((await params).snapshot)} />
}

/** What can be shown after all could not be asked for a moment ago. */
async function refusalOf(name: string): Promise<Refusal> {
  const snapshot = await snapshotOf(name)
  return snapshot.ok ? { problems: [{ why: 'record-away' }], nearest: snapshotAddress(name) } : snapshot.refusal
}
