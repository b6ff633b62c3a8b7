import { glyphOf, qualifierOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { Rollup } from '@/lib/ledger/rollup'

/** A roll-up in a cell (R11): one word only when all listed forms agree, else every count. */
export function RollupCell({ rollup, label }: { readonly rollup: Rollup; readonly label: string }) {
  const qualifier = qualifierOf(rollup.status, rollup.beforeEffect)
  return (
    <td className="sum" data-s={rollup.status}>
      <b>{`${label} `}</b>
      <span>
        <Glyph name={glyphOf(rollup.status, rollup.beforeEffect)} />
        {say(`status.word.${rollup.status}`)}
      </span>
      {qualifier !== null && <small>{qualifier}</small>}
      <small>{rollupInWords(rollup)}</small>
      {rollup.notListed.length > 0 && (
        <small>{say('matrix.rollup.notListed', { count: rollup.notListed.length })}</small>
      )}
    </td>
  )
}

/** `all 6 listed forms`, or `5 licence, 2 paused`. */
export function rollupInWords({ status, counts, total }: Rollup): string {
  if (status !== 'mixed') return say('matrix.rollup.all', { total })
  return counts
    .map((part) => say('matrix.rollup.part', { count: part.count, word: say(`status.word.${part.status}`) }))
    .join(', ')
}
