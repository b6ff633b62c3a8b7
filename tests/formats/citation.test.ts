import { toJSON } from '@orcid/bibtex-parse-js'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import type { Cited } from '@/lib/contract/citation'
import { citedAnswer } from '@/lib/contract/cited'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import { anExhibit } from '../support/exhibits'

const ORIGIN = 'https://sluice.example'

const CITED: Cited = {
  key: 'sluice-r12-2025-10-30-8c1f0000000000000',
  title: 'What is open on 30 October 2025: 100% {of} $5 & #1_a ~ ^ \\ 镝',
  site: 'Sluice',
  made: '2026-11-22',
  revision: 'revision 12',
  id: '8c1f0000000000000',
  note: 'Law of 30 October 2025; known by 31 October 2025; revision 12; snapshot 8c1f0000000000000.',
  url: 'https://sluice.example/s/8c1f0000000000000',
}

/** What TeX prints for the signs that it takes for orders. */
function printedBy(tex: string): string {
  return tex
    .replaceAll('\\textbackslash{}', '\u0000')
    .replaceAll('\\textasciitilde{}', '~')
    .replaceAll('\\textasciicircum{}', '^')
    .replace(/\\([{}$&#%_])/g, '$1')
    .replaceAll('\u0000', '\\')
}

test('BibTeX is read back by a reader of its own, sign by sign', () => {
  const entries = toJSON(bibtexOf(CITED))
  expect(entries).toHaveLength(1)
  const [{ citationKey, entryType, entryTags }] = entries as [(typeof entries)[number]]
  expect({ citationKey, entryType }).toEqual({ citationKey: CITED.key, entryType: 'misc' })
  expect(printedBy(entryTags['title'] ?? '').replace(/^\{|\}$/g, '')).toBe(CITED.title)
  expect(printedBy(entryTags['note'] ?? '')).toBe(CITED.note)
  expect(entryTags).toMatchObject({ year: '2026', date: '2026-11-22', url: CITED.url, version: 'revision 12' })
})

test('nothing in a title ends its field early', () => {
  const nasty = {
    ...CITED,
    title: 'a}, url = {https://elsewhere.example}, x = {b\n\n@misc{other,',
    url: 'https://a/{b}',
  }
  const [entry, ...others] = toJSON(bibtexOf(nasty))
  expect(others).toEqual([])
  expect(entry?.entryTags['url']).toBe('https://a/%7Bb%7D')
  expect(entry?.entryTags['x']).toBeUndefined()
})

/** The part of the schema of CSL-JSON that an item of ours may use. */
const TEXT = { type: 'string', minLength: 1 }
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'type'],
    additionalProperties: false,
    properties: {
      id: TEXT,
      type: { enum: ['article', 'book', 'dataset', 'document', 'report', 'webpage'] },
      title: TEXT,
      author: {
        type: 'array',
        items: { type: 'object', properties: { literal: TEXT }, additionalProperties: false },
      },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: {
          'date-parts': { type: 'array', items: { type: 'array', items: { type: 'integer' }, maxItems: 3 } },
        },
      },
      version: TEXT,
      number: TEXT,
      note: TEXT,
      URL: { type: 'string', pattern: '^https?://' },
    },
  },
}

test('CSL-JSON keeps to the schema of its makers and says everything', () => {
  const valid = new Ajv({ strict: false }).compile(SCHEMA)
  for (const cited of [CITED, { ...CITED, id: null }]) {
    const items: unknown = JSON.parse(cslFile(cited))
    expect(valid(items), JSON.stringify(valid.errors)).toBe(true)
  }
  const [item] = JSON.parse(cslFile(CITED))
  expect(item).toMatchObject({ title: CITED.title, number: CITED.id, note: CITED.note, URL: CITED.url })
  expect(item.issued['date-parts']).toEqual([[2026, 11, 22]])
})

test('what was frozen late in the evening in London was frozen on the next day in Beijing', () => {
  const at = (madeAt: string) => citedAnswer(anExhibit(), ORIGIN, { id: 'x', address: '/s/x', madeAt }).made
  expect([at('2026-11-22T15:59:59.999Z'), at('2026-11-22T16:00:00.000Z')]).toEqual(['2026-11-22', '2026-11-23'])
})
