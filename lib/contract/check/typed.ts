import type { Coordinates } from '../address'
import { textsOfProduct } from '../product'
import { mergedTexts } from '../product-query'
import { DEFAULT_FROM } from '../question-segments'
import { CHECK_FIELDS, type CheckTexts } from './fields'
import { factsOf } from './segments'

const EMPTY = { name: 'check', product: null } as const

/**
 * The form as it would be filled in to ask for these coordinates.
 *
 * @param nameOf a listed party's name by its key, which is what a reader types.
 */
export function typedOf({ view, question }: Coordinates, nameOf: (key: string) => string): CheckTexts {
  if (view.name !== 'check') return {}
  const { product, named = {} } = view
  const { from, to, use, on, known, party } = question
  const said = product === null ? {} : textsOfProduct(product, named)
  const owner = product?.owner ?? null
  return {
    ...said,
    ...(owner === null || owner === 'none' ? {} : { owner: nameOf(owner.party) }),
    ...(party === null ? {} : { party: nameOf(party) }),
    ...(use === 'military' ? { use } : {}),
    ...(to === null ? {} : { to }),
    ...(known === null ? {} : { known }),
    from,
    on,
  }
}

const BEFORE: ReadonlySet<string> = new Set(['known', 'from', 'to', 'use', 'party'])

/**
 * What was typed into the form or written into an address that is refused, as it was written; `null` where no product was
 * to be checked.
 *
 * @param path without its language, percent-encoded.
 */
export function typedIn(path: string, query: URLSearchParams): CheckTexts | null {
  const segments = decoded(path)
  const at = segments.findIndex((segment) => segment.toLowerCase() === 'check')
  const pinned = segments[0]?.toLowerCase() === 'r'
  const front = pinned ? segments.slice(3, at) : segments.slice(0, at)
  if (at === -1 || front.some((name, index) => index % 2 === 0 && !BEFORE.has(name.toLowerCase()))) return null
  const asked = front.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), front[index + 1] ?? '']] : []))
  const { ownerKey, ...said } = factsOf(segments.slice(at + 1)).texts
  return {
    from: DEFAULT_FROM,
    ...(pinned ? { on: segments[2] ?? '' } : {}),
    ...Object.fromEntries(asked),
    ...said,
    ...(ownerKey === undefined ? {} : { owner: ownerKey }),
    ...mergedTexts(EMPTY, query),
    ...Object.fromEntries([...query].filter(([field]) => (CHECK_FIELDS as readonly string[]).includes(field))),
  }
}

function decoded(path: string): readonly string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return []
  }
}
