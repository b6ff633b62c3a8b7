import type { Metadata } from 'next'
import { after } from 'next/server'
import { cache } from 'react'
import { snapshotPage } from '@/app/s/snapshot-page'
import { RefusalView } from '@/components/refusal/refusal-view'
import { SnapshotView } from '@/components/snapshot/snapshot-view'
import { unpacked } from '@/lib/contract/packed'
import type { Refusal } from '@/lib/contract/refusal'
import { titleOf } from '@/lib/contract/refusal'

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
  return { title: exhibit.title, description: exhibit.description }
}

/** A snapshot under its short address. `proxy.ts` has held its bytes against their digest, and they are once more here. */
export default async function SnapshotRoute({ params }: Props) {
  const page = await pageAt(params)
  return page.ok ? <SnapshotView {...page.value} /> : <RefusalView refusal={page.refusal} />
}

async function pageAt(params: Props['params']) {
  const { snapshot, now } = await params
  return pageOf(snapshot, unpacked(now.at(-1) ?? ''))
}

/** Worked out once for the page and its title. */
const pageOf = cache((id: string, origin: string) =>
  snapshotPage(id, origin).catch((error: unknown) => {
    after(() => Promise.reject(error)) // into the server's log; the reader is told in words
    const refusal: Refusal = { problems: [{ why: 'broken' }], nearest: null }
    return { ok: false as const, refusal }
  }),
)
