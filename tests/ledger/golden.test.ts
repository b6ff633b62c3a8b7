import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import type { Material } from '@/lib/ledger/record'
import { cellTimeline, type Span } from '@/lib/ledger/timeline'
import { theRecord } from '@/tests/support/record'

vi.setConfig({ testTimeout: 60_000 })

const FILE = new URL('../golden/timelines.txt', import.meta.url)

const QUESTIONS: readonly (readonly [name: string, refined: Partial<Question>])[] = [
  ['A civil export out of China to anywhere', {}],
  ['A civil export to the United States', { to: 'US' }],
  ['A military export to the United States', { to: 'US', use: 'military' }],
  ['A military export to Japan', { to: 'JP', use: 'military' }],
  ['A re-export between third countries', { route: 're-export' }],
  ['A military re-export to the United States', { to: 'US', use: 'military', route: 're-export' }],
  ['Goods made abroad with Chinese content or technology', { route: 'foreign-made' }],
  ['Assistance', { route: 'assistance' }],
  ['An export to Rheinmetall AG, a listed party', { party: 'rheinmetall-ag' }],
  ['An export out of Malaysia', { from: 'MY' }],
  ['An export out of Vietnam', { from: 'VN' }],
]

const NO_RULE = 'No rule in any form on any day'
const AS_FIRST = 'As a civil export out of China to anywhere'

const record = theRecord()
const law = openLaw(record, null)

/** `2025-10-09 announced, 2025-11-07 paused before effect …`: each status with the first day it holds. */
function timelineText(timeline: readonly Span[]): string {
  return timeline.map((span) => `${span.from} ${statusText(span)}`).join(' → ')
}

function statusText({ status, resumes, floor, beforeEffect, coverage, namedLines }: Span): string {
  const parts: string[] = [status]
  if (resumes !== null) parts.push(`(${resumes} resumes, at least ${floor})`)
  if (beforeEffect) parts.push('before effect')
  if (coverage === 'named') parts.push(`[${namedLines} named]`)
  return parts.join(' ')
}

/** Forms that share a timeline share a line. */
function materialText(material: Material, refined: Partial<Question>): string {
  const formsByText = new Map<string, string[]>()
  for (const form of material.forms) {
    const question = { ...plainQuestion(law.coversFrom), ...refined }
    const text = timelineText(cellTimeline(law, question, material.key, form))
    formsByText.set(text, [...(formsByText.get(text) ?? []), form])
  }
  return [...formsByText].map(([text, forms]) => `${material.key} ${forms.join(' ')}\n    ${text}`).join('\n')
}

/** Materials without a rule on any day are only named, and so are those that the first question has told already. */
function sectionText([name, refined]: (typeof QUESTIONS)[number], number: number): string {
  const told: string[] = []
  const silent: string[] = []
  const same: string[] = []
  for (const material of record.materials) {
    const text = materialText(material, refined)
    if (text === `${material.key} ${material.forms.join(' ')}\n    ${law.coversFrom} not-controlled`)
      silent.push(material.key)
    else if (number > 0 && text === materialText(material, {})) same.push(material.key)
    else told.push(text)
  }
  const named = [
    [NO_RULE, silent],
    [AS_FIRST, same],
  ] as const
  return [
    `== ${name}`,
    ...told,
    ...named.flatMap(([words, keys]) => (keys.length === 0 ? [] : [`${words}: ${keys.join(' ')}`])),
  ].join('\n')
}

function goldenText(): string {
  const heading = [
    'The derived timeline of every cell of the record: material, forms, then each status with its first day.',
    'Computed, never typed. UPDATE_GOLDEN=1 writes it again; the difference is reviewed like code.',
  ].join('\n')
  return `${[heading, ...QUESTIONS.map(sectionText)].join('\n\n')}\n`
}

describe('the derived timeline of every cell', () => {
  test('is the one that was reviewed', () => {
    const derived = goldenText()
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, derived)
    expect(derived).toBe(readFileSync(FILE, 'utf8'))
  })

  test('accounts for every form of every material under every question', () => {
    const sections = goldenText().split('\n== ').slice(1)
    expect(sections).toHaveLength(QUESTIONS.length)
    for (const section of sections) {
      const lines = section.split('\n')
      const onlyNamed = [NO_RULE, AS_FIRST].flatMap(
        (words) =>
          lines
            .find((line) => line.startsWith(`${words}: `))
            ?.slice(words.length + 2)
            .split(' ') ?? [],
      )
      for (const { key, forms } of record.materials) {
        const told = lines.filter((line) => line.startsWith(`${key} `)).flatMap((line) => line.split(' ').slice(1))
        expect(told.toSorted()).toEqual(onlyNamed.includes(key) ? [] : forms.toSorted())
      }
    }
  })
})
