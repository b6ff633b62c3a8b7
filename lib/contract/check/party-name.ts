import type { Party } from '@/lib/ledger/record'

type Name = Pick<Party, 'key' | 'nameEn' | 'nameZh'>

/** Words at the end of a name that say what kind of company it is, and are often left out or added. */
const LEGAL = new Set(
  `ab ag as asa bv co company corp corporation gmbh inc incorporated kg kk kft limited llc llp lp ltd ltda mbh nv oy
  oyj plc pte pty partnership sa sarl sas se spa spol srl sro uab`.split(/\s+/),
)
const HAN_BEHIND =
  /(?:集团)?(?:股份有限公司|有限责任公司|有限公司|株式会社|株式會社|合同会社|合資会社|股份|公司|集团)$/u
const HAN_BEFORE = /^(?:株式会社|株式會社|合同会社|有限会社)/u

/** A name without what is written in many ways: case, width, accents, signs between words. */
function folded(name: string): string {
  return name
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
  const words = whole.split(' ')
  while (words.length > 1 && LEGAL.has(words.at(-1) ?? '')) words.pop()
  if (words.length > 1 && words[0] === 'the') words.shift()
  const rest = words.join(' ')
  return rest.replace(HAN_BEFORE, '').replace(HAN_BEHIND, '').trim() || rest
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

/**
 * The one party that a text names: by its key, by its whole name in either language, in any case and width, or by its name
 * with or without what kind of company it is. `null` where none or several are named so.
 */
export function partyNamed<Party extends Name>(text: string, parties: Iterable<Party>): Party | null {
  const all = [...parties]
  const asked = { key: text.trim().toLowerCase(), folded: folded(text), bare: bare(text) }
  const tries: ((party: Party) => boolean)[] = [
    ({ key }) => key === asked.key,
    (party) => spellingsOf(party).folded.includes(asked.folded),
    (party) => spellingsOf(party).bare.includes(asked.bare),
  ]
  for (const fits of tries) {
    const found = all.filter(fits)
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
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
