import { expect, test } from 'vitest'
import { sitemapFile, sitemapIndex } from '@/lib/formats/sitemap'
import { PAGES_IN_A_FILE, SITEMAP, sitemapOf } from '@/lib/reading/sitemap'

const ORIGIN = 'https://sluice.example'
const pages = (count: number) => Array.from({ length: count }, (_, at) => `/materials/m${at}`)
const located = (file: string | null) => [...(file ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '')

test('few pages are told in one file, each in each language, with the record as a whole', () => {
  expect(sitemapOf(['/', '/materials/Dy'], ORIGIN, null)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
      ...urlOf(`${ORIGIN}/`, '/', '/zh'),
      ...urlOf(`${ORIGIN}/materials/Dy`, '/materials/Dy', '/zh/materials/Dy'),
      ...urlOf(`${ORIGIN}/zh`, '/', '/zh'),
      ...urlOf(`${ORIGIN}/zh/materials/Dy`, '/materials/Dy', '/zh/materials/Dy'),
      ...['<url>', `<loc>${ORIGIN}/data</loc>`, '</url>', '</urlset>', ''],
    ].join('\n'),
  )
})

test('as many as one file may hold stay in one, and one more makes an index of two', () => {
  expect(located(sitemapOf(pages(4), ORIGIN, null, 4))).toHaveLength(4 * 2 + 1)
  expect(sitemapOf(pages(4), ORIGIN, 1, 4)).toBe(sitemapOf(pages(4), ORIGIN, null, 4))
  const index = sitemapOf(pages(5), ORIGIN, null, 4)
  expect(index).toContain('<sitemapindex ')
  expect(located(index)).toEqual([`${ORIGIN}${SITEMAP}?part=1`, `${ORIGIN}${SITEMAP}?part=2`])
})

test('the files of an index tell together what one would, each address once, and there is none beside them', () => {
  const parts = [1, 2, 3].flatMap((part) => located(sitemapOf(pages(9), ORIGIN, part, 4)))
  expect(parts.toSorted()).toEqual(located(sitemapOf(pages(9), ORIGIN, null, 9)).toSorted())
  expect([0, 4].map((part) => sitemapOf(pages(9), ORIGIN, part, 4))).toEqual([null, null])
})

test('a file stays below what the protocol lets it tell, in addresses and in bytes', () => {
  const file = sitemapOf(pages(PAGES_IN_A_FILE + 1), `https://${'long'.repeat(15)}.example`, 1) ?? ''
  expect(located(file).length).toBeGreaterThan(PAGES_IN_A_FILE)
  expect(located(file).length).toBeLessThan(50_000)
  expect(Buffer.byteLength(file)).toBeLessThan(50 * 1024 * 1024)
})

test('signs that XML keeps for itself are spelled out', () => {
  expect(sitemapIndex([`${ORIGIN}/?a=1&b='<>"`])).toContain(`${ORIGIN}/?a=1&amp;b=&apos;&lt;&gt;&quot;`)
  const alternates = [{ tag: 'en', address: '/?a&b' }]
  expect(sitemapFile([{ url: '/?a&b', alternates }])).toContain(
    '<loc>/?a&amp;b</loc>\n<xhtml:link rel="alternate" hreflang="en" href="/?a&amp;b" />',
  )
})

function urlOf(url: string, english: string, chinese: string): readonly string[] {
  const link = (tag: string, path: string) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${ORIGIN}${path}" />`
  return [
    '<url>',
    `<loc>${url}</loc>`,
    link('en', english),
    link('zh-Hans', chinese),
    link('x-default', english),
    '</url>',
  ]
}
