import type { Metadata } from 'next'
import { PinnedPage, pinnedMetadata } from '@/app/pinned/pinned-page'

export const dynamic = 'force-static' // kept whole after the first reader; nothing is prebuilt
export const dynamicParams = true

type Props = PageProps<'/zh/r/[revision]/[day]/[...rest]'>

export function generateStaticParams() {
  return []
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pinnedMetadata({ params, language: 'zh' })
}

export default function Page({ params }: Props) {
  return <PinnedPage params={params} language="zh" />
}
