import type { Party } from '@/lib/ledger/record'
import { withoutLegalForm } from './legal-form'
import { simplified } from './simplified'

type Name = Pick<Party, 'key' | 'nameEn' | 'nameZh'>

/** A name without what is written in many ways: case, width, accents, signs between words, traditional characters. */
function folded(name: string): string {
  return simplified(name)
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/(?<=\p{L})[.'’](?=\p{L})/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A folded name without the words that say what kind of company it is; the name itself where nothing else is left. */
function bare(name: string): string {
  const whole = folded(name.replaceAll(/[(（][^)）]*[)）]/gu, ' ')) || folded(name)
  const rest = withoutLegalForm(whole)
  return rest.startsWith('the ') ? rest.slice('the '.length) : rest
}

type Spellings = { readonly folded: readonly string[]; readonly bare: readonly string[] }

const spellings = new WeakMap<Name, Spellings>()

/** A party's names in both languages, worked out once for each party of a record. */
function spellingsOf(party: Name): Spellings {
  const kept = spellings.get(party)
  if (kept !== undefined) return kept
  const names = party.nameZh === null ? [party.nameEn] : [party.nameEn, party.nameZh]
  const made = { folded: names.map(folded), bare: names.map(bare) }
  spellings.set(party, made)
  return made
}

/** The party that a text names, and whether the two are the same only without the kind of company that they say. */
export type Match<Party> = { readonly party: Party; readonly without: boolean }

/**
 * The one party that a text names: by its key, by its whole name in either language, in any case, width and characters, or by
 * its name without one kind of company. `null` where none or several are named so.
 */
export function partyMatched<Party extends Name>(text: string, parties: Iterable<Party>): Match<Party> | null {
  const all = [...parties]
  const asked = { key: text.trim().toLowerCase(), folded: folded(text), bare: bare(text) }
  const whole = (party: Party) => spellingsOf(party).folded.includes(asked.folded)
  const tries: readonly (readonly [fits: (party: Party) => boolean, without: boolean])[] = [
    [({ key }) => key === asked.key, false],
    [whole, false],
    [(party) => spellingsOf(party).bare.includes(asked.bare), true],
  ]
  for (const [fits, without] of tries) {
    const [party, ...others] = all.filter(fits)
    if (party !== undefined) return others.length === 0 ? { party, without } : null
  }
  return null
}

const NEAR = 0.55
const MOST = 8

/** Parties whose names come near a text, the nearest first: some may be related to whom it means, and some may not. */
export function partiesNear<Party extends Name>(text: string, parties: Iterable<Party>): readonly Party[] {
  const wanted = bare(text)
  return [...parties]
    .map((party) => ({ party, near: Math.max(...spellingsOf(party).bare.map((name) => nearness(wanted, name))) }))
    .filter(({ near }) => near >= NEAR)
    .sort((a, b) => b.near - a.near || (a.party.nameEn < b.party.nameEn ? -1 : 1))
    .slice(0, MOST)
    .map(({ party }) => party)
}

/** From 0 to 1: 1 for the same name; high where every word of one stands in the other, else by pairs of signs in common. */
function nearness(a: string, b: string): number {
  if (a === b) return 1
  const [few = [], many = []] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  const inside = few.every((word) => many.includes(word)) && few.join('').length >= 3
  const contained = /\p{sc=Han}{2}/u.test(a) && a.length >= 2 && (b.includes(a) || a.includes(b)) && b.length >= 2
  return Math.max(inside || contained ? 0.8 : 0, pairsInCommon(a, b))
}

function pairsInCommon(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const shared = [...one].filter((pair) => other.has(pair)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

function pairsOf(name: string): ReadonlySet<string> {
  const signs = name.replaceAll(' ', '')
  return new Set([...signs].slice(0, -1).map((sign, index) => `${sign}${[...signs][index + 1] ?? ''}`))
}
