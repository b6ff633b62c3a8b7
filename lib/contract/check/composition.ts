import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { materialKey } from '../key'
import { readPercent } from './percent'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

export type Part = { readonly material: string; readonly percent: number }
/** `base` as it was typed: an alloy's short name is put to its key where the record is known. */
export type Composition = { readonly base: string | null; readonly parts: readonly Part[] }

const MOST_PARTS = 6
const BETWEEN = /[;；、,，+\n]|\s(?:with|and)\s|含|和/i
const AMOUNT_FIRST = /^([+\-−]?[\d.,]+\s*%?)\s*(?:of\s+)?([\p{L}][\p{L}\p{N} -]*)$/u
const AMOUNT_LAST = /^([\p{L}][\p{L}\p{N}-]*(?: [\p{L}-]+)*)[\s:=]+([+\-−]?[\d.,]+\s*%?)$/u

/**
 * Reads `NdFeB with 2 % Dy`, `Dy 2, Tb 0.5`, `2% Dy; 0.5% Tb`: at most one base without an amount, and parts in percent
 * by weight. Parts come out in the order of their keys, so that one composition has one address.
 */
export function readComposition(text: string): Result<Composition, ProductProblem> {
  const no = (...[what, value, other]: [ProductProblem['what'], string?, string?]) =>
    refused(productProblem(what, 'composition', value ?? text, other))
  const typed = text.normalize('NFKC').trim()
  const comma = /\d,\d/.exec(typed)
  if (comma !== null) return no('decimal-comma', typed, typed.replaceAll(/(\d),(\d)/g, '$1.$2'))

  let base: string | null = null
  const parts: Part[] = []
  for (const piece of typed.split(BETWEEN).map((one) => one.trim())) {
    if (piece === '') continue
    const [, first, named] = AMOUNT_FIRST.exec(piece) ?? []
    const [, name = named, amount = first] = AMOUNT_LAST.exec(piece) ?? []
    if (name === undefined || amount === undefined) {
      if (!/^[\p{L}][\p{L}\p{N} ().-]*$/u.test(piece)) return no('malformed-part', piece)
      if (base !== null) return no('two-bases', base, piece)
      base = piece
      continue
    }
    const material = materialKey(name.trim().replaceAll(' ', '-'))
    if (material === null) return no('malformed-part', piece)
    const percent = readPercent('composition', amount)
    if (!percent.ok) return percent
    if (parts.some((part) => part.material === material)) return no('named-twice', material)
    parts.push({ material, percent: percent.value })
  }
  if (parts.length === 0) return no('malformed-part', typed)
  if (parts.length > MOST_PARTS) return no('too-many-parts', String(parts.length), String(MOST_PARTS))
  const sum = parts.reduce((all, { percent }) => all + Math.round(percent * 1e6), 0) / 1e6
  if (sum > 100) return no('adds-up-over', String(sum))
  return ok({ base, parts: parts.sort((a, b) => (a.material < b.material ? -1 : 1)) })
}

/** A composition's parts as `readComposition` reads them: `Dy 2 %, Tb 0.5 %`. */
export function compositionInText(parts: readonly Part[]): string {
  return parts.map(({ material, percent }) => `${material} ${percent} %`).join(', ')
}

/** How alloys are called short, and the material of the record that the rest of a composition is made of. */
export const BASES: ReadonlyMap<string, string> = new Map([
  ['ndfeb', 'ndfeb-no-hree'],
  ['nd-fe-b', 'ndfeb-no-hree'],
  ['sm-co', 'smco'],
])
