import type { LocalDate } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Coordinates } from './address'
import { addressOf } from './address'
import { readFields } from './query'
import type { Asked } from './question'
import { DEFAULT_FROM } from './question-segments'
import type { Problem } from './refusal'
import type { Against } from './view'

const PARTS: ReadonlySet<string> = new Set(['known', 'from', 'to', 'use', 'party', 'route'])

/**
 * Reads the first of two compared questions: the segments after `compare/`, which take up the rest of an address. Both a
 * revision and a day belong to it; of the other parts those that have their default may be left out.
 */
export function readAgainst(segments: readonly string[]): Result<Against, readonly [Problem, ...Problem[]]> {
  const [rev, on, ...rest] = segments
  if (rev === undefined || on === undefined) {
    return refused([{ why: 'unknown-view', value: ['compare', ...segments].join('/') }])
  }
  const texts: { [field: string]: string } = { rev, on }
  for (let at = 0; at < rest.length; at += 2) {
    const name = (rest[at] ?? '').toLowerCase()
    const value = rest[at + 1]
    if (!PARTS.has(name) || value === undefined) {
      return refused([ofFirst({ why: 'unknown-view', value: rest.slice(at).join('/') })])
    }
    if (texts[name] !== undefined) return refused([ofFirst({ why: 'repeated', field: name })])
    texts[name] = value
  }
  const asked = readFields(texts)
  if (!asked.ok) {
    const [first, ...others] = asked.refusal
    return refused([ofFirst(first), ...others.map(ofFirst)])
  }
  const { rev: revision, on: day } = asked.value
  if (revision === undefined || day === undefined) throw new TypeError('a question without problems could not be read')
  return ok({ revision, question: { on: day, ...questionOf(asked.value) } })
}

/** What is asked besides the day, with its defaults filled in. */
export function questionOf(asked: Asked): Omit<Question, 'on'> {
  return {
    known: asked.known ?? null,
    from: asked.from ?? DEFAULT_FROM,
    to: asked.to ?? null,
    use: asked.use ?? 'civil',
    party: asked.party ?? null,
    route: asked.route ?? 'export',
  }
}

function ofFirst(problem: Problem): Problem {
  return { why: 'side', side: 'a', problem }
}

/** The first of two compared questions, as if it were a page of its own. */
export function coordinatesAgainst(coordinates: Coordinates, { revision, question }: Against): Coordinates {
  return { ...coordinates, revision, question, view: { name: 'matrix' } }
}

/** Where a question is compared with itself on another day, or as another revision has it. */
export function comparedWith(at: Coordinates, { revision, on }: { revision?: number; on?: LocalDate }): string {
  const against: Against = {
    revision: revision ?? at.revision,
    question: { ...at.question, on: on ?? at.question.on },
  }
  return addressOf({ ...at, lastSeen: false, by: 'form', view: { name: 'compare', against } })
}
