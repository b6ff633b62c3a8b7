import { describe, expect, expectTypeOf, test } from 'vitest'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { cellTimeline } from '@/lib/ledger/timeline'
import { theRecord } from '@/tests/support/record'

const WORDS = ['sources', 'events', 'claims', 'indicators'] as const
const record = theRecord()
const plain = plainQuestion(localDate('2026-11-22'))
const QUESTIONS: readonly Question[] = [
  plain,
  { ...plain, to: 'US', use: 'military' },
  { ...plain, known: localDate('2026-09-30') },
]

/** Every cell of the record under several questions, over all days: no boundary day is left out. */
function everything(ledger: Ledger): string {
  return JSON.stringify(
    QUESTIONS.map((question) => {
      const law = openLaw(ledger, question.known)
      return ledger.materials.map(({ key, forms }) => forms.map((form) => cellTimeline(law, question, key, form)))
    }),
  )
}

const told = everything(record)

describe('what is said', () => {
  test('is not among what the law is opened from', () => {
    expectTypeOf<Extract<keyof Parameters<typeof openLaw>[0], (typeof WORDS)[number]>>().toBeNever()
    expectTypeOf<Exclude<keyof WholeRecord, keyof Ledger>>().toEqualTypeOf<(typeof WORDS)[number]>()
  })

  test('is not even looked at by any answer', () => {
    const mute = new Proxy(record, {
      get(target, field) {
        if ((WORDS as readonly unknown[]).includes(field)) throw new Error(`${String(field)} were read`)
        return Reflect.get(target, field)
      },
    })
    expect(() => mute.claims).toThrow('claims were read')
    expect(everything(mute)).toBe(told)
  })

  test('changes no cell on any day when it is taken away, statements of governments included', () => {
    const bound = record.instruments.filter(({ binding }) => binding === 'law')
    expect(bound.length).toBeLessThan(record.instruments.length)
    const silent = { ...record, instruments: bound, events: [], claims: [], indicators: [] }
    expect(everything(silent)).toBe(told)
  })

  test('changes no cell even where a statement would suspend the law', () => {
    const target = record.provisions.find(({ effect }) => effect === 'suspend')
    if (target === undefined) throw new Error('nothing is suspended')
    const spoken = { ...target, key: 'spoken', instrument: 'cn-us-2026-09-28-statement', targets: ['cn-2025-18'] }
    expect(everything({ ...record, provisions: [...record.provisions, spoken] })).toBe(told)
    const bound = { ...spoken, instrument: 'cn-2025-70' }
    expect(everything({ ...record, provisions: [...record.provisions, bound] })).not.toBe(told)
  })
})
