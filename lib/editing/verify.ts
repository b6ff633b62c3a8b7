import 'server-only'
import type { Editor } from '@/lib/auth/person'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { Draft } from '@/lib/contract/edit/draft'
import { type Looked, type LookRefusal, noteAfter, sayLook } from '@/lib/contract/edit/look'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { printedIn } from '@/lib/contract/record/printed'
import { say } from '@/lib/contract/words/catalogue'
import { recordsNamedAt } from '@/lib/db/part/of-edit'
import { headRevision } from '@/lib/db/revisions'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { openDraftWith } from './entries'
import { entryIdFor } from './entry-id'
import { isId } from './texts'

/**
 * A draft of kind `verification` that says somebody looked: for each instrument the day and the note, and nothing else.
 * Its consequences are looked at, then it is published like every draft; one person may.
 *
 * @param id made with the form, so that one posted twice is one draft.
 * @param at the instant whose Beijing day is today: nobody looks ahead.
 */
export async function draftLook(
  editor: Editor,
  { id, looked }: { readonly id: string; readonly looked: Looked },
  at: Date = new Date(),
): Promise<Result<Draft, LookRefusal | EditRefusal>> {
  if (!isId(id)) return refused({ why: 'no-draft' })
  const today = dayInBeijing(at)
  if (looked.on > today) return refused({ why: 'future', today })
  const head = await headRevision()
  if (head === null) return refused({ why: 'no-record' })
  const found = await named(head, looked.instruments)
  if (!found.ok) return found
  const later = lookedLater(found.value, looked.on)
  if (later !== null) return refused(later)

  const entries = found.value.map((instrument) => {
    const verificationNote = noteAfter(instrument.verificationNote, looked)
    const after: Instrument = { ...instrument, verifiedThrough: looked.on, verificationNote }
    return {
      id: entryIdFor(id, 'instrument', instrument.key),
      kind: 'instrument' as const,
      version: null,
      printed: printedIn('instruments', after),
    }
  })
  const said = { id, title: titleOf(found.value), kind: 'verification' as const, reason: sayLook(looked) }
  return openDraftWith(editor, { ...said, on: head }, entries)
}

async function named(head: number, keys: readonly string[]): Promise<Result<readonly Instrument[], LookRefusal>> {
  const record = await recordsNamedAt(
    head,
    keys.map((key) => ({ kind: 'instrument', key })),
  )
  if (record === null) return refused({ why: 'no-record' })
  const missing = keys.find((key) => record.instruments.every((one) => one.key !== key))
  if (missing !== undefined) return refused({ why: 'no-instrument', key: missing })
  return ok(record.instruments.filter((one) => keys.includes(one.key)))
}

/** A look never takes back a later one: it would say less than is known. */
function lookedLater(instruments: readonly Instrument[], on: LocalDate): LookRefusal | null {
  const later = instruments.filter(({ verifiedThrough }) => verifiedThrough > on)
  const [first] = later
  if (first === undefined) return null
  const { number, titleEn, verifiedThrough } = first
  return { why: 'looked-later', number: number ?? titleEn, through: verifiedThrough, others: later.length - 1 }
}

const NAMED = 3

function titleOf(instruments: readonly Instrument[]): string {
  const names = instruments.slice(0, NAMED).map(({ number, titleEn }) => number ?? titleEn)
  return say('verify.draftTitle', { names: names.join(', '), others: instruments.length - names.length })
}
