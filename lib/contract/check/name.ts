import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { CheckField } from './fields'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

const LONGEST = 100

/**
 * A party's name as an address carries it: letters and figures of every script, and the few signs that tell names apart.
 * Dots go, for what follows a dot at the end of an address is the kind of a file.
 */
export function readName(field: CheckField, text: string): Result<string, ProductProblem> {
  const name = text
    .normalize('NFKC')
    .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}&'’(),·・-]+/gu, ' ')
    .replaceAll(/\s+(?=[,)])/g, '')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return refused(productProblem('empty-name', field, text))
  return name.length > LONGEST ? refused(productProblem('long-name', field, text, String(LONGEST))) : ok(name)
}
