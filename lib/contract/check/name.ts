import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { CheckField } from './fields'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

const LONGEST = 100

/** Signs that stand in no name: what they stand for cannot be guessed. */
const ODD = /[?#%{}[\]\\]|(?![®©+])\p{S}/gu

/**
 * A party's name as an address carries it: letters and figures of every script, and the few signs that tell names apart.
 * Dots go, for what follows a dot at the end of an address is the kind of a file. A sign that no name has is refused.
 */
export function readName(field: CheckField, text: string): Result<string, ProductProblem> {
  const odd = [...new Set(text.normalize('NFKC').match(ODD) ?? [])].join(' ')
  if (odd !== '') return refused(productProblem('odd-signs', field, text, odd))
  const name = text
    .normalize('NFKC')
    .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}&'’(),·・-]+/gu, ' ')
    .replaceAll(/\s+(?=[,)])/g, '')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return refused(productProblem('empty-name', field, text))
  return name.length > LONGEST ? refused(productProblem('long-name', field, text, String(LONGEST))) : ok(name)
}
