import type { CheckTexts } from './fields'

/** What an address says of goods, taken apart: its texts, and how many segments say them. */
export type Facts = { readonly texts: FactTexts; readonly length: number; readonly repeated: string | null }

/** Besides the form's own fields: a key of an owner, who needs not be looked for by name. */
export type FactTexts = CheckTexts & { readonly ownerKey?: string }

type Name = keyof FactTexts

/** Each fact by its first segment, and the fields that the segments behind it fill. */
const FACTS: { readonly [head: string]: readonly Name[] } = {
  line: ['line'],
  cell: ['material', 'form'],
  'made-of': ['form', 'base'],
  with: ['composition', 'composition'],
  code: ['code'],
  origin: ['origin'],
  share: ['share'],
  technology: ['technology'],
  named: ['party'],
  owner: ['ownerKey', 'ownerShare'],
  'owner-named': ['owner', 'ownerShare'],
}
/** Facts that need no value. */
const MARKS: { readonly [head: string]: CheckTexts } = {
  'civil-use': { use: 'civil' },
  'no-listed-party': { noParty: 'yes' },
  'no-listed-owner': { noOwner: 'yes' },
  'none-of-the-named': { unnamed: 'yes' },
}
const QUESTION: ReadonlySet<string> = new Set(['known', 'from', 'to', 'use', 'party', 'route', 'scope', 'by'])

/** Takes the segments behind `check/` apart as far as they say something of goods. */
export function factsOf(segments: readonly string[]): Facts {
  const texts: { [name in Name]?: string } = {}
  let repeated: string | null = null
  let at = 0
  while (at < segments.length) {
    const head = segments[at]?.toLowerCase() ?? ''
    const mark = MARKS[head]
    const names = namesAt(segments, at)
    if (mark !== undefined) Object.assign(texts, mark)
    else if (names === null) break
    const values = segments.slice(at + 1, at + 1 + (names?.length ?? 0))
    if (head === 'with') texts.composition = [texts.composition, values.join(' ')].filter(Boolean).join(', ')
    else {
      for (const [index, name] of (names ?? []).entries()) {
        if (texts[name] !== undefined) repeated = head
        texts[name] = values[index] ?? ''
      }
    }
    at += 1 + values.length
  }
  return { texts, length: at, repeated }
}

/** The fields of the fact that begins here; `null` where none begins, or its values are missing. */
function namesAt(segments: readonly string[], at: number): readonly Name[] | null {
  const head = segments[at]?.toLowerCase() ?? ''
  const names = Object.hasOwn(FACTS, head) ? FACTS[head] : undefined
  if (names === undefined) return null
  const given = head === 'made-of' && !isBase(segments[at + 2]) ? names.slice(0, 1) : names
  return segments.length > at + given.length ? given : null
}

/** Of what a mixture is made may be left out: then the next fact, or a part of the question, follows. */
function isBase(segment: string | undefined): boolean {
  const head = segment?.toLowerCase()
  return head !== undefined && !Object.hasOwn(FACTS, head) && !Object.hasOwn(MARKS, head) && !QUESTION.has(head)
}
