import type { Metadata } from 'next'
import { speak } from '@/app/language'
import { SearchView } from '@/components/views/search-view'
import { say } from '@/lib/contract/words/catalogue'
import { searchPage } from '@/lib/reading/search-page'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  speak('zh')
  return { title: say('pages.search.title'), robots: { index: false } }
}

/** The same search for readers of Chinese. */
export default async function SearchRoute({ searchParams }: PageProps<'/zh/search'>) {
  const { q } = await searchParams
  speak('zh')
  return <SearchView {...(await searchPage(q))} />
}
