import * as z from 'zod'
import { isLocalDate, type LocalDate, localDate } from '@/lib/ledger/interval'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { say } from '../words/catalogue'
import { dayInWords } from '../words/day'
import { type EditRefusal, sayEditRefusal } from './refusal'

/** That somebody looked for later changes of one or more instruments, up to a Beijing day. */
export type Looked = {
  readonly instruments: readonly string[]
  /** The last day that the look covers, inclusive. */
  readonly on: LocalDate
  /** Where: a site, a gazette, a search. One line. */
  readonly where: string
  /** What was found; `null` for nothing. */
  readonly found: string | null
}

/** The fields of the form, by name. */
export type LookField = 'instruments' | 'on' | 'where' | 'found' | 'note'

export type LookProblem = { readonly field: LookField; readonly say: string }

const LONGEST_PLACE = 300
const LONGEST_NOTE = 2_000

const oneLine = (field: 'where' | 'note', longest: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .refine((value) => value !== '', { error: () => say(`verify.problem.${field}`) })
    .refine((value) => value.length <= longest, { error: () => say('verify.problem.long', { longest }) })

const lookForm = z.object({
  instruments: z.array(z.string()).min(1, { error: () => say('verify.problem.none') }),
  on: z
    .string()
    .trim()
    .refine(isLocalDate, { error: () => say('verify.problem.day') })
    .transform((value) => localDate(value)),
  where: oneLine('where', LONGEST_PLACE),
  found: z.enum(['nothing', 'this'], { error: () => say('verify.problem.found') }),
  note: z.string(),
})

/** Reads the form of a look: what it says, or what to put right, field by field. */
export function readLook(form: FormData): Result<Looked, readonly LookProblem[]> {
  const text = (name: LookField) => String(form.get(name) ?? '')
  const given = { on: text('on'), where: text('where'), found: text('found'), note: text('note') }
  const read = lookForm.safeParse({ ...given, instruments: form.getAll('instruments').map(String) })
  const note = given.found === 'this' ? oneLine('note', LONGEST_NOTE).safeParse(given.note) : null
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => ({ field: path[0] as LookField, say: message })),
    ...(note?.error?.issues ?? []).map(({ message }) => ({ field: 'note' as const, say: message })),
  ]
  if (!read.success || problems.length > 0) return refused(problems.toSorted(inOrder))
  const { instruments, on, where } = read.data
  return ok({ instruments: [...new Set(instruments)], on, where, found: note?.data ?? null })
}

const ORDER: readonly LookField[] = ['instruments', 'on', 'where', 'found', 'note']

function inOrder(a: LookProblem, b: LookProblem): number {
  return ORDER.indexOf(a.field) - ORDER.indexOf(b.field)
}

/** The look as one sentence, for readers: it stands in the record and in the reason of its revision. */
export function sayLook({ on, where, found }: Looked): string {
  const day = dayInWords(on)
  return found === null ? say('verify.note.nothing', { day, where }) : say('verify.note.this', { day, where, found })
}

/** How every sentence of `sayLook` begins, so that the next look takes the place of the last. */
const LAST_LOOK = /^Looked on \d{1,2} [A-Z][a-z]+ \d{4} at /

/** The note of an instrument after a look: the look on its first line, and below what the note said beside the last one. */
export function noteAfter(before: string | null, looked: Looked): string {
  const [first = '', ...rest] = (before ?? '').split('\n')
  const kept = (LAST_LOOK.test(first) ? rest : [first, ...rest]).join('\n').trim()
  return kept === '' ? sayLook(looked) : `${sayLook(looked)}\n${kept}`
}

/** Why a look was not drafted, in words. */
export type LookRefusal =
  | { readonly why: 'future'; readonly today: LocalDate }
  | { readonly why: 'looked-later'; readonly number: string; readonly through: LocalDate; readonly others: number }
  | { readonly why: 'no-instrument'; readonly key: string }
  | { readonly why: 'no-record' }

/** The same for every refusal of drafting a look. */
export function sayDraftLook(refusal: LookRefusal | EditRefusal): LookProblem {
  if (isLookRefusal(refusal)) return sayLookRefusal(refusal)
  return { field: 'instruments', say: sayEditRefusal(refusal) }
}

const OWN: ReadonlySet<string> = new Set<LookRefusal['why']>(['future', 'looked-later', 'no-instrument', 'no-record'])

function isLookRefusal(refusal: LookRefusal | EditRefusal): refusal is LookRefusal {
  return OWN.has(refusal.why)
}

export function sayLookRefusal(refusal: LookRefusal): LookProblem {
  switch (refusal.why) {
    case 'future':
      return { field: 'on', say: say('verify.refusal.future', { today: dayInWords(refusal.today) }) }
    case 'looked-later': {
      const { number, through, others } = refusal
      return { field: 'on', say: say('verify.refusal.looked-later', { number, through: dayInWords(through), others }) }
    }
    case 'no-instrument':
      return { field: 'instruments', say: say('verify.refusal.no-instrument', { key: refusal.key }) }
    case 'no-record':
      return { field: 'instruments', say: say('verify.refusal.no-record') }
  }
}
