import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { CheckField } from './fields'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

/** Shares are written out and read back without an exponent. */
const DECIMALS = 6
const NUMBER = /^[+-]?\d{1,9}(\.\d+)?$/

/** Reads a share in percent: `0.1`, `0.1 %`, `0.1%`. A decimal comma is named and never guessed at. */
export function readPercent(field: CheckField, text: string): Result<number, ProductProblem> {
  const typed = text.normalize('NFKC').trim()
  const bare = typed.replace(/\s*%$/, '').replace(/^−/, '-')
  const no = (...[what, other]: [ProductProblem['what'], string?]) => refused(productProblem(what, field, typed, other))
  if (/^[+-]?\d+,\d+$/.test(bare)) return no('decimal-comma', bare.replace(',', '.'))
  if (!NUMBER.test(bare)) return no('malformed-number')
  const percent = Number(bare)
  if (percent < 0) return no('negative')
  if (percent > 100) return no('over-hundred')
  if (new RegExp(`\\.\\d{${DECIMALS},}[1-9]`).test(bare)) return no('too-fine', String(DECIMALS))
  return ok(percent === 0 ? 0 : percent)
}
