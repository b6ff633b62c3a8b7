import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ExhibitArticle } from '@/components/exhibit/exhibit-article'
import { exhibit } from '@/lib/contract/exhibit'
import { canonicalJson } from '@/lib/formats/canonical'

/** The bytes of a snapshot, as they were stored when its format was the first. Nothing here may ever be written anew. */
const STORED = readFileSync(new URL('../golden/exhibit-format-1.json', import.meta.url), 'utf8')
const DIGEST = readFileSync(new URL('../golden/exhibit-format-1.sha256', import.meta.url), 'utf8').trim()

test('a snapshot of the first format is read by this release, byte for byte', () => {
  expect(createHash('sha256').update(STORED).digest('hex')).toBe(DIGEST)
  const read = exhibit.safeParse(JSON.parse(STORED))
  expect(read.success ? canonicalJson(read.data) : read.error.issues).toBe(STORED)
})

test('and its page says the same words in the same order', async () => {
  const html = renderToStaticMarkup(createElement(ExhibitArticle, { exhibit: exhibit.parse(JSON.parse(STORED)) }))
  const text = html.replaceAll(/<[^>]*>/g, '\n').replaceAll(/\n+/g, '\n')
  await expect(text).toMatchFileSnapshot('../golden/exhibit-format-1.txt')
})
