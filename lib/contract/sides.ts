import type { LocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Coordinates, LiveCoordinates } from './address'
import { addressOf } from './address'
import { pin, readAddress, readLiveAddress } from './address-reading'
import { questionOf } from './against'
import { readLanguage } from './language-address'
import { readFields } from './query'
import type { Asked } from './question'
import type { Problem } from './refusal'

/** Two questions to compare, `a` before `b`. What neither names is left out, and is what it is now. */
export type Sides = { readonly a: Asked; readonly b: Asked }

/** What a side can be refined by: in the query as `a.on`, `b.to` and so on. */
export const SIDE_FIELDS = ['rev', 'on', 'known', 'from', 'to', 'use', 'party', 'route'] as const

type Name = 'a' | 'b'
type Problems = readonly [Problem, ...Problem[]]

/**
 * Reads what `/compare` is asked. A side is a day (`2025-11-08`), a revision (`41`), both (`41/2025-11-08`, with the parts of a
 * question behind it), `now`, or any address of the record; fields of its own (`a.on`) go before what it says.
 *
 * `null` when nothing is asked: that is the form. A second question that is not given is the first one, now; one whose
 * fields were all left empty is what nobody has refined.
 */
export function readSides(query: URLSearchParams): Result<Sides | null, Problems> {
  const given = { a: givenOf('a', query), b: givenOf('b', query) }
  if (given.a === null && given.b === null) return ok(null)
  const scope = readFields(query.get('scope')?.trim() ? { scope: query.get('scope') ?? '' } : {})
  const a = given.a ?? refused<Problems>([{ why: 'missing', field: 'on' }])
  const isForm = [...query.keys()].some((key) => key.startsWith('b.'))
  const b = given.b ?? ok(a.ok && !isForm ? withoutItsDay(a.value) : {})
  if (a.ok && b.ok && scope.ok) return ok({ a: a.value, b: { ...b.value, ...scope.value } })
  const problems = [...sided('a', a), ...sided('b', b), ...(scope.ok ? [] : scope.refusal)]
  const [first, ...others] = problems
  if (first === undefined) throw new TypeError('refused without a reason')
  return refused([first, ...others])
}

function withoutItsDay({ rev: _rev, on: _on, ...asked }: Asked): Asked {
  return asked
}

/** The one address of a comparison, once it is known what "now" is. */
export function comparisonAt({ a, b }: Sides, revision: number, today: LocalDate): string {
  const against = { revision: a.rev ?? revision, question: { on: a.on ?? today, ...questionOf(a) } }
  const live: LiveCoordinates = {
    question: questionOf(b),
    scope: b.scope ?? a.scope ?? 'rare-earths',
    by: 'form',
    view: { name: 'compare', against },
  }
  return addressOf(pin(live, b.rev ?? revision, b.on ?? today))
}

/** What a side says, `null` when it says nothing at all. */
function givenOf(name: Name, query: URLSearchParams): Result<Asked, Problems> | null {
  const filled = [...query].filter(([key, value]) => value.trim() !== '' && key.split('.')[0] === name)
  const names = filled.map(([key]) => key)
  const twice = names.find((key, at) => names.indexOf(key) !== at)
  if (twice !== undefined) return refused([{ why: 'repeated', field: twice }])
  const texts = Object.fromEntries(filled)
  const fields = SIDE_FIELDS.filter((field) => texts[`${name}.${field}`] !== undefined)
  if (texts[name] === undefined && fields.length === 0) return null
  const said = readText((texts[name] ?? '').trim())
  const refined = readFields(Object.fromEntries(fields.map((field) => [field, texts[`${name}.${field}`] ?? ''])))
  if (said.ok && refined.ok) return ok({ ...said.value, ...refined.value })
  const [first, ...others] = [...(said.ok ? [] : said.refusal), ...(refined.ok ? [] : refined.refusal)]
  return first === undefined ? null : refused([first, ...others])
}

/** A side in one text. */
function readText(text: string): Result<Asked, Problems> {
  const [asked = ''] = text.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/)
  const { path } = readLanguage(asked)
  if (path === '' || path.toLowerCase() === 'now') return ok({})
  const segments = decoded(path)
  if (segments === null) return refused([{ why: 'unknown-view', value: text }])
  const [head = '', ...rest] = segments
  if (head.toLowerCase() === 'r') return askedAt(readAddress(rest))
  if (/^\d+$/.test(head) && rest.length > 0) return askedAt(readAddress(segments))
  if (path.startsWith('/')) return askedAt(readLiveAddress(segments))
  return readFields(/^\d{1,9}$/.test(path) ? { rev: path } : { on: path })
}

function decoded(path: string): readonly string[] | null {
  try {
    return path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

/** What an address asks, whatever it looks at. */
function askedAt(
  read: Result<Coordinates | LiveCoordinates, { readonly problems: Problems }>,
): Result<Asked, Problems> {
  if (!read.ok) return refused(read.refusal.problems)
  const { question, scope } = read.value
  const { known, to, party, ...rest } = question
  return ok({
    ...rest,
    scope,
    ...(known === null ? {} : { known }),
    ...(to === null ? {} : { to }),
    ...(party === null ? {} : { party }),
    ...('revision' in read.value ? { rev: read.value.revision } : {}),
  })
}

function sided(side: Name, read: Result<unknown, Problems>): readonly Problem[] {
  return read.ok ? [] : read.refusal.map((problem) => ({ why: 'side', side, problem }))
}
