import type { Exhibit } from '@/lib/contract/exhibit'
import { canonicalJson } from './canonical'

/**
 * The canonical JSON of an exhibit, part by part: the same bytes as at once, without the whole text in memory. Its lists
 * are written an entry at a time.
 */
export function exhibitJson(exhibit: Exhibit): Generator<string> {
  return written(exhibit)
}

function* written(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    for (const [at, entry] of value.entries()) {
      if (at > 0) yield ','
      yield* isTable(entry) ? written(entry) : [canonicalJson(entry)]
    }
    yield ']'
    return
  }
  if (typeof value !== 'object' || value === null) {
    yield canonicalJson(value)
    return
  }
  yield '{'
  for (const [at, key] of Object.keys(value).sort().entries()) {
    yield `${at > 0 ? ',' : ''}${canonicalJson(key)}:`
    yield* written((value as { readonly [key: string]: unknown })[key])
  }
  yield '}'
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'rows' in value
}
