import type { Metadata } from 'next'
import { cache } from 'react'
import { snapshotPage } from '@/app/(en)/s/snapshot-page'
import { RefusalView } from '@/components/refusal/refusal-view'
import type { PageMetadata } from '@/components/shell/page-head'
import { PageHead } from '@/components/shell/page-head'
import type { SnapshotPage } from '@/components/snapshot/snapshot-view'
import { SnapshotView } from '@/components/snapshot/snapshot-view'
import { describedShortly, titleInFull } from '@/lib/contract/described'
import { unpacked } from '@/lib/contract/packed'
import { titleOf } from '@/lib/contract/refusal'
import { snapshotAddress, snapshotFileAddress, snapshotImageAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'
import { failed } from '../../../../../failed'

export const dynamic = 'force-static' // kept like every page: its address says which "now" it speaks of
export const dynamicParams = true

type Props = PageProps<'/s/[snapshot]/now/[...now]'>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageAt(params)
  if (!page.ok) return { title: titleOf(page.refusal) }
  const { exhibit } = page.value
  return { title: titleInFull(exhibit), description: describedShortly(exhibit) }
}

/** A snapshot under its short address. `proxy.ts` has held its bytes against their digest, and they are once more here. */
export default async function SnapshotRoute({ params }: Props) {
  const page = await pageAt(params)
  if (!page.ok) return <RefusalView refusal={page.refusal} />
  return (
    <>
      <PageHead {...saidOf(page.value, unpacked((await params).now.at(-1) ?? ''))} />
      <SnapshotView {...page.value} />
    </>
  )
}

/** What the snapshot says of itself to previews: its picture is drawn from its bytes and names its id. */
function saidOf({ id, exhibit }: SnapshotPage, origin: string): PageMetadata {
  const title = titleInFull(exhibit)
  const address = `${origin}${snapshotAddress(id)}`
  const alternative = say('images.alternative', { title, clocks: [...exhibit.clocks, id].join(' · ') })
  return {
    title,
    description: describedShortly(exhibit),
    image: { address: `${origin}${snapshotImageAddress(id)}`, alternative },
    languages: [], // its words were frozen in one language
    others: [
      { type: 'application/json+oembed', title, address: `/api/oembed?url=${encodeURIComponent(address)}` },
      { type: 'text/csv', title: 'CSV', address: snapshotFileAddress(id, 'csv') },
      { type: 'application/json', title: 'JSON', address: snapshotFileAddress(id, 'json') },
    ],
  }
}

async function pageAt(params: Props['params']) {
  const { snapshot, now } = await params
  return pageOf(snapshot, unpacked(now.at(-1) ?? ''))
}

/** Worked out once for the page and its title. */
const pageOf = cache((id: string, origin: string) => snapshotPage(id, origin).catch(failed))
