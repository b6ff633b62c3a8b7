import type { Rollup } from '@/lib/ledger/rollup'
import { say } from './catalogue'
import { listed } from './list'
import { statusWord } from './status'

/** `all 6 listed forms`, `all 5 forms, none listed`, or `5 licence, 2 paused`. */
export function rollupInWords({ status, counts, total, anyListed }: Rollup): string {
  return status === 'mixed'
    ? countsInWords(counts)
    : say(anyListed ? 'matrix.rollup.all' : 'matrix.rollup.allUnlisted', { total })
}

/** Every count with the whole word of its status; a word may hold a comma, so they stand apart by semicolons then. */
export function countsInWords(counts: Rollup['counts']): string {
  const parts = counts.map(({ status, count }) => say('matrix.rollup.part', { count, word: statusWord(status) }))
  return listed(parts, parts.some((part) => /[,，]/.test(part)) ? 'apart' : 'plain')
}

/** `2 not listed`: the forms that do not count (R11); `null` where every form does. */
export function notListedInWords({ notListed }: Rollup): string | null {
  return notListed.length === 0 ? null : say('matrix.rollup.notListed', { count: notListed.length })
}
