import { describe, expect, test, vi } from 'vitest'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import { resolveCell } from '@/lib/ledger/resolve'
import { theRecord } from '@/tests/support/record'
import { openOracle } from './oracle'

// The walk through six years is slow on purpose.
vi.setConfig({ testTimeout: 60_000 })

const record = theRecord()

const TELLING_DAYS = [
  '2020-10-17',
  '2023-12-21',
  '2024-12-03',
  '2025-04-03',
  '2025-04-04',
  '2025-10-09',
  '2025-11-07',
  '2025-11-08',
  '2025-12-01',
  '2026-08-15',
  '2026-11-10',
  '2026-11-11',
  '2026-11-28',
  '2031-01-01',
].map(localDate)

const QUESTIONS: readonly (readonly [name: string, refined: Partial<Question>])[] = [
  ['a civil export to anywhere', {}],
  ['an export to the United States', { to: 'US' }],
  ['a military export to Japan', { to: 'JP', use: 'military' }],
  ['a military re-export to the United States', { to: 'US', use: 'military', route: 're-export' }],
  ['an export to a listed party', { party: 'rheinmetall-ag' }],
  ['a re-export to a listed party', { party: 'rheinmetall-ag', route: 're-export' }],
  ['goods made abroad', { route: 'foreign-made', to: 'US', use: 'military' }],
  ['assistance', { route: 'assistance' }],
  ['an export out of Malaysia', { from: 'MY' }],
  ['what was known on 20 October 2025', { known: localDate('2025-10-20') }],
]

describe('the real record, read by hand', () => {
  test.each(QUESTIONS)('gives the same answers for every cell: %s', (_name, refined) => {
    const known = refined.known ?? null
    const law = openLaw(record, known)
    const oracle = openOracle(record, known)
    for (const { key: material, forms } of record.materials) {
      for (const form of forms) {
        for (const on of TELLING_DAYS) {
          const question = { ...plainQuestion(on), ...refined }
          expect({ material, form, on, ...said(resolveCell(law, question, material, form)) }).toEqual({
            material,
            form,
            on,
            ...said(oracle.answer(question, material, form)),
          })
        }
      }
    }
  })
})

type Said = { status: string; resumes: string | null; floor: string; beforeEffect: boolean; coverage: string }

function said({ status, resumes, floor, beforeEffect, coverage }: Said): Said {
  return { status, resumes, floor, beforeEffect, coverage }
}
