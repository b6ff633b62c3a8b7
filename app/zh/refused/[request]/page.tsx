import type { Metadata } from 'next'
import { RefusedPage, refusedMetadata } from '@/app/pinned/refused-page'

export const dynamic = 'force-static' // so that it passes the page store, which gives it its status and keeps nothing
export const dynamicParams = true

type Props = PageProps<'/zh/refused/[request]'>

export function generateStaticParams() {
  return []
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return refusedMetadata({ params, language: 'zh' })
}

export default function Page({ params }: Props) {
  return <RefusedPage params={params} language="zh" />
}
