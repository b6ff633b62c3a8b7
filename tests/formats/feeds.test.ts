import Parser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { atomFeed } from '@/lib/formats/atom'
import type { FeedDocument, FeedEntry } from '@/lib/formats/feed'
import { jsonFeed } from '@/lib/formats/json-feed'

const ENTRY: FeedEntry = {
  id: 'urn:sluice:revision:ab',
  title: 'Revision 2, urgent correction: “暂停” & <b> ]]> is plain text',
  summary: 'One cell changes status; 3 < 5 & 7 > 6.',
  html: '<p>3 &lt; 5 &amp; 暂停</p>',
  published: '2026-11-22T01:02:03.456Z',
  updated: '2026-11-23T01:02:03.456Z',
  author: 'Ana & Ben',
  category: { term: 'correction', label: 'correction: we were wrong' },
  pinned: 'https://sluice.example/r/2/2026-11-22/changes/2',
  live: 'https://sluice.example/changes/2',
  revision: 2,
  hash: 'ab',
}

const FEED: FeedDocument = {
  id: 'urn:sluice:feed:cd:material=Dy,Tb',
  title: 'Sluice: revisions',
  subtitle: 'What changed & why',
  rights: 'CC BY 4.0',
  language: 'en',
  updated: '2026-11-23T01:02:03.456Z',
  home: 'https://sluice.example/changes',
  self: 'https://sluice.example/feed.xml?material=Dy,Tb&before=9',
  first: 'https://sluice.example/feed.xml?material=Dy,Tb',
  last: 'https://sluice.example/feed.xml?material=Dy,Tb&before=3',
  older: 'https://sluice.example/feed.xml?material=Dy,Tb&before=3',
  newer: 'https://sluice.example/feed.xml?material=Dy,Tb',
  entries: [ENTRY],
}

type Link = { readonly $: { readonly rel: string; readonly href: string; readonly type: string } }
type Element = { readonly $: { readonly [name: string]: string } }

/** A parser that shares nothing with the writer: strict about XML, and it keeps the links that it is asked for. */
async function parsed(feed: FeedDocument) {
  const parser = new Parser<
    { readonly id: string; readonly updated: string; readonly links: readonly Link[] },
    { readonly id: string; readonly published: string; readonly links: readonly Link[]; readonly category: Element }
  >({
    customFields: {
      feed: ['id', 'updated', ['link', 'links', { keepArray: true }]] as never,
      item: ['id', 'published', 'category', ['link', 'links', { keepArray: true }]] as never,
    },
  })
  return parser.parseString(atomFeed(feed))
}

const hrefs = (links: readonly Link[]) => Object.fromEntries(links.map(({ $ }) => [$.rel, $.href]))

describe('a feed as Atom', () => {
  test('stays well-formed whatever sign stands in a reason, in an editor or in a label', async () => {
    const reason = 'Pasted:\u000bnext line\u0000\uD83D \t end'
    const entry = { ...ENTRY, title: reason, summary: reason, html: reason, author: reason }
    const { items } = await parsed({ ...FEED, subtitle: reason, entries: [entry] })

    expect(items[0]?.title).toBe('Pasted:\uFFFDnext line\uFFFD\uFFFD \t end')
    expect(JSON.parse(jsonFeed({ ...FEED, entries: [entry] })).items[0].title).toBe(items[0]?.title)
  })

  test('is read by another program as it was meant, signs and all', async () => {
    const feed = await parsed(FEED)
    expect([feed.id, feed.title, feed.updated]).toEqual([FEED.id, FEED.title, FEED.updated])
    const [item] = feed.items
    expect(item?.title?.trim()).toBe(ENTRY.title)
    expect(item?.content?.trim()).toBe(ENTRY.html)
    expect([item?.id, item?.isoDate, item?.published]).toEqual([ENTRY.id, ENTRY.published, ENTRY.published])
    expect(item?.category.$).toMatchObject({ term: 'correction', label: 'correction: we were wrong' })
    expect(hrefs(item?.links ?? [])).toEqual({ alternate: ENTRY.pinned, related: ENTRY.live })
  })

  test('leads to its other pages (RFC 5005), and to none that is not there', async () => {
    const { self, first, last, older, newer, home } = FEED
    const links = hrefs((await parsed(FEED)).links)
    expect(links).toEqual({ self, alternate: home, first, previous: newer, next: older, last })
    const only = hrefs((await parsed({ ...FEED, older: null, newer: null })).links)
    expect(Object.keys(only).toSorted()).toEqual(['alternate', 'first', 'last', 'self'])
  })

  test('without an entry is a feed too', async () => {
    expect((await parsed({ ...FEED, entries: [] })).items).toEqual([])
  })

  test('holds what RFC 4287 requires of a feed and of an entry', () => {
    const text = atomFeed(FEED)
    const [head = '', entry = ''] = text.split('<entry>')
    for (const element of ['id', 'title', 'updated']) {
      expect(head.split(`<${element}>`)).toHaveLength(2)
      expect(entry.split(`<${element}>`)).toHaveLength(2)
    }
    expect(entry).toContain('<name>')
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en">/,
    )
  })
})

/** What JSON Feed 1.1 says: https://www.jsonfeed.org/version/1.1/. Its own fields; ours stand under one name. */
const person = z.strictObject({ name: z.string() })
const jsonFeed11 = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  language: z.string(),
  authors: z.array(person),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      summary: z.string(),
      content_html: z.string().min(1),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(person),
      tags: z.array(z.string()),
      _sluice: z.record(z.string(), z.unknown()),
    }),
  ),
  _sluice: z.record(z.string(), z.unknown()),
})

describe('a feed as JSON Feed', () => {
  test('has the fields of version 1.1, and no other', () => {
    const feed = jsonFeed11.parse(JSON.parse(jsonFeed(FEED)))
    expect(feed.next_url).toBe(FEED.older)
    expect(feed.items[0]).toMatchObject({ title: ENTRY.title, content_html: ENTRY.html, tags: ['correction'] })
    expect(feed.items[0]?.date_modified).toBe(ENTRY.updated)
  })

  test('on its last page leads to no other, and without an entry is a feed too', () => {
    const feed = jsonFeed11.parse(JSON.parse(jsonFeed({ ...FEED, older: null, entries: [] })))
    expect([feed.items, feed.next_url]).toEqual([[], undefined])
  })
})
