import type { Metadata } from 'next'
import { RefusalView } from '@/components/refusal/refusal-view'
import { CiteView } from '@/components/share/cite-view'
import { readAddress } from '@/lib/contract/address-reading'
import { citationText, citedAnswer } from '@/lib/contract/cited'
import { embedSnippets } from '@/lib/contract/embed-address'
import { unpacked } from '@/lib/contract/packed'
import { say } from '@/lib/contract/words/catalogue'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import { readExhibit } from '@/lib/reading/exhibit'

export const dynamic = 'force-static' // kept like every page: its address says all of it
export const dynamicParams = true

export const metadata: Metadata = { title: say('share.citePage.title'), robots: { index: false } }

export function generateStaticParams() {
  return []
}

/** How one pinned view is cited and put into a page: `/cite/r/1/2025-11-08/matrix`. `proxy.ts` says what this site is called. */
export default async function CitePage({ params }: PageProps<'/cite/[origin]/[...address]'>) {
  const { origin: named, address } = await params
  const coordinates = readAddress(address.slice(1).map(decodeURIComponent))
  if (!coordinates.ok) return <RefusalView refusal={coordinates.refusal} />
  const exhibit = await readExhibit(coordinates.value)
  if (!exhibit.ok) return <RefusalView refusal={exhibit.refusal} />

  const origin = unpacked(named)
  const { title, view, address: frozen, live: updates, clocks } = exhibit.value
  const cited = citedAnswer(exhibit.value, origin, null)
  const citations = { text: citationText(cited), bibtex: bibtexOf(cited), csl: cslFile(cited) }
  const snippets = embedSnippets({ origin, title, view, frozen, updates })
  return <CiteView title={title} clocks={clocks} address={frozen} citations={citations} snippets={snippets} />
}
