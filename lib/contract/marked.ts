import { readSought } from './sought'

/** A piece of a text, and whether it is what was searched for. */
export type Piece = { readonly text: string; readonly found: boolean }

/**
 * Where a text holds what was searched for: words from their start (short numbers whole), signs anywhere, codes with or
 * without their dots. What is only spelt alike is not marked. The pieces together are the text.
 */
export function markedIn(text: string, q: string): readonly Piece[] {
  const wanted = patternOf(q)
  if (wanted === null) return [{ text, found: false }]
  const pieces: Piece[] = []
  let at = 0
  for (const { index, 0: held } of text.matchAll(wanted)) {
    if (index > at) pieces.push({ text: text.slice(at, index), found: false })
    pieces.push({ text: held, found: true })
    at = index + held.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

const SIGNS = '[\\u3005\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]'

function patternOf(q: string): RegExp | null {
  const { words, codes } = readSought(q)
  const latin = words.match(/[\p{Script=Latin}\p{N}]+/gu) ?? []
  const signs = words.match(new RegExp(`${SIGNS}+`, 'gu')) ?? []
  const whole = words.replace(/[^\p{Script=Latin}\p{N}]/gu, '')
  const isCode = signs.length === 0 && (codes.length > 0 ? !codes[0]?.startsWith('@') : /^\d\p{L}\d/u.test(whole))
  const patterns = isCode ? [`(?<![\\p{L}\\p{N}])${[...whole].join('[.\\s]?')}`] : [...latin.map(wordPattern), ...signs]
  return patterns.length === 0 ? null : new RegExp(patterns.sort((a, b) => b.length - a.length).join('|'), 'giu')
}

function wordPattern(word: string): string {
  const begins = `(?<![\\p{L}\\p{N}])${word}`
  return /^\d{1,3}$/.test(word) || /^\p{L}{1,2}$/u.test(word) ? `${begins}(?![\\p{L}\\p{N}])` : begins
}
