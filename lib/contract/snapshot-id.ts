import { ok, type Result, refused } from '@/lib/ledger/result'

/** Crockford's letters and digits: none is mistaken for another when it is read out, typed or printed. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const BITS = 5

/** How much of a digest an id takes: 80 bits. Where another snapshot has those already, it takes more. */
const LENGTHS = [16, 24, 32, 40, 48] as const

const DIGEST = /^[0-9a-f]{64}$/

/** Why a text is no id: it has another form, or a sign in it is wrong. */
export type IdFault = 'not-an-id' | 'wrong-sign'

/** The ids that a snapshot may have, the shortest first: the beginning of its digest, and a sign that checks the others. */
export function idsOf(digest: string): readonly string[] {
  if (!isDigest(digest)) throw new TypeError(`not a digest: ${digest}`)
  const bits = [...digest].map((hex) => Number.parseInt(hex, 16).toString(2).padStart(4, '0')).join('')
  return LENGTHS.map((length) => {
    const values = Array.from({ length }, (_, at) => Number.parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2))
    return [...values, checkOf(values)].map((value) => SIGNS[value]).join('')
  })
}

/** How many bits of its digest an id holds: all its signs but the one that checks them. */
export function bitsOf(id: string): number {
  return (id.length - 1) * BITS
}

/** Whether a text is a whole digest, which names a snapshot as well as its id does. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text)
}

/**
 * An id as somebody typed it: capitals, hyphens, and the letters that look like 0 and 1 are put right. Whether there is a
 * snapshot with it is not asked; that one sign of it is wrong is known without asking.
 */
export function readSnapshotId(text: string): Result<string, IdFault> {
  const id = text.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replace(/[il]/g, '1')
  const values = [...id].map((sign) => SIGNS.indexOf(sign))
  if (values.includes(-1) || !LENGTHS.some((length) => length + 1 === values.length)) return refused('not-an-id')
  const check = values.at(-1)
  return checkOf(values.slice(0, -1)) === check ? ok(id) : refused('wrong-sign')
}

/** Luhn's sum over 32 signs: any one sign that is wrong changes it, and so do almost all two that changed places. */
function checkOf(values: readonly number[]): number {
  const base = SIGNS.length
  const sum = values.toReversed().reduce((total, value, at) => {
    const weighed = at % 2 === 0 ? value * 2 : value
    return total + Math.floor(weighed / base) + (weighed % base)
  }, 0)
  return (base - (sum % base)) % base
}
