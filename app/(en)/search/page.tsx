import type { Metadata } from 'next'
import { SearchView } from '@/components/views/search-view'
import { say } from '@/lib/contract/words/catalogue'
import { searchPage } from '@/lib/reading/search-page'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('pages.search.title'), robots: { index: false } }

/** Anything in the record by its name, symbol, code or number: `/search?q=Dy`. */
export default async function SearchRoute({ searchParams }: PageProps<'/search'>) {
  const { q } = await searchParams
  return <SearchView {...(await searchPage(q))} />
}
