import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { materialKey } from '../key'
import { elementNamed } from './elements'
import { readPercent } from './percent'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

export type Part = { readonly material: string; readonly percent: number }
/** `base` as it was typed: an alloy's short name is put to its key where the record is known. */
export type Composition = { readonly base: string | null; readonly parts: readonly Part[] }

const MOST_PARTS = 12
const MOST_SIGNS = 300
const BETWEEN = /[;；、,，+\n]|\s(?:with|and)\s|含|和/i
const AMOUNT_FIRST = /^([+\-−]?[\d.,]+(?:\s?%)?)\s?(?:of\s)?([\p{L}][\p{L}\p{N} -]*)$/u
const AMOUNT_LAST = /^([\p{L}][\p{L}\p{N}-]*(?: [\p{L}-]+)*?)(?:[\s:=]+|(?<=\p{sc=Han}))([+\-−]?[\d.,]+\s*%?)$/u

/**
 * Reads `NdFeB with 2 % Dy`, `Dy 2, Tb 0.5`, `Nd 30, Fe 67, B 1, 镝 2`: at most one base without an amount, and parts in
 * percent by weight; a base may stand alone. Parts come out in the order of their keys, so that one composition has one address.
 */
export function readComposition(text: string): Result<Composition, ProductProblem> {
  const no = (...[what, value, other]: [ProductProblem['what'], string?, string?]) =>
    refused(productProblem(what, 'composition', value ?? text, other))
  if (text.length > MOST_SIGNS) return no('long-composition', text, String(MOST_SIGNS))
  const typed = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[^\S\n]+/g, ' ')
  const comma = /\d,\d/.exec(typed)
  if (comma !== null) return no('decimal-comma', typed, typed.replaceAll(/(\d),(\d)/g, '$1.$2'))

  let base: string | null = null
  const parts: Part[] = []
  for (const piece of typed.split(BETWEEN).map((one) => one.trim())) {
    if (piece === '') continue
    const [, first, named] = AMOUNT_FIRST.exec(piece) ?? []
    const [, name = named, amount = first] = AMOUNT_LAST.exec(piece) ?? []
    if (name === undefined || amount === undefined) {
      if (!/^[\p{L}][\p{L}\p{N} ().-]*$/u.test(piece) || /\s\d/.test(piece)) return no('malformed-part', piece)
      if (base !== null) return no('two-bases', base, piece)
      base = piece
      continue
    }
    const material = materialIn(name)
    if (material === null) return no('malformed-part', piece)
    const percent = readPercent('composition', amount)
    if (!percent.ok) return percent
    if (parts.some((part) => part.material === material)) return no('named-twice', material)
    parts.push({ material, percent: percent.value })
  }
  if (parts.length === 0 && base === null) return no('malformed-part', typed)
  if (parts.length > MOST_PARTS) return no('too-many-parts', String(parts.length), String(MOST_PARTS))
  const sum = parts.reduce((all, { percent }) => all + Math.round(percent * 1e6), 0) / 1e6
  if (sum > 100) return no('adds-up-over', String(sum))
  return ok({ base, parts: parts.sort((a, b) => (a.material < b.material ? -1 : 1)) })
}

/** A composition's parts as `readComposition` reads them: `Dy 2 %, Tb 0.5 %`. */
export function compositionInText(parts: readonly Part[]): string {
  return parts.map(({ material, percent }) => `${material} ${percent} %`).join(', ')
}

/** A material's key by its symbol, its key, or an element's English or Chinese name; `null` for what can be none. */
export function materialIn(name: string): string | null {
  const plain = name.trim()
  return elementNamed(plain) ?? HAN_BASES.get(plain) ?? materialKey(plain.replaceAll(' ', '-'))
}

const HAN_BASES: ReadonlyMap<string, string> = new Map([
  ['钕铁硼', 'ndfeb'],
  ['钐钴', 'smco'],
])

/** How alloys are called short, and the material of the record that the rest of a composition is made of. */
export const BASES: ReadonlyMap<string, string> = new Map([
  ['ndfeb', 'ndfeb-no-hree'],
  ['nd-fe-b', 'ndfeb-no-hree'],
  ['sm-co', 'smco'],
])

/**
 * What a short name alone says: "NdFeB" is a neodymium magnet of which nobody has said what else is in it, and not one
 * without dysprosium.
 */
export const ALONE: ReadonlyMap<string, string> = new Map([
  ['ndfeb', 'Nd'],
  ['nd-fe-b', 'Nd'],
])
