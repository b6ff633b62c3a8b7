import { linkTo } from '@/components/marks/link-to'
import { glyphOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { notListedInWords, rollupInWords } from '@/lib/contract/words/rollup'
import { qualifierOf } from '@/lib/contract/words/status'
import type { Rollup } from '@/lib/ledger/rollup'

/**
 * A roll-up in a cell (R11): one word only when all listed forms agree, else every count. The whole cell is the link to
 * the material's timeline.
 */
export function RollupCell({
  rollup,
  material,
  at,
}: {
  readonly rollup: Rollup
  readonly material: string
  readonly at: Coordinates
}) {
  return (
    <td className="sum" data-s={rollup.status}>
      <a href={`${linkTo(at, { name: 'material', key: material })}#timeline`}>
        <b>{`${say('matrix.head.open')} `}</b>
        <RollupWords rollup={rollup} />
        {rollup.notListed.length > 0 && <small>{notListedInWords(rollup)}</small>}
      </a>
    </td>
  )
}

/** The word of a roll-up with its shape, and how many forms it speaks of. */
export function RollupWords({ rollup }: { readonly rollup: Rollup }) {
  const qualifier = qualifierOf(rollup.status, rollup.beforeEffect)
  return (
    <>
      <span>
        <Glyph name={glyphOf(rollup.status, rollup.beforeEffect)} />
        {say(`status.word.${rollup.status}`)}
      </span>
      {qualifier !== null && <small>{qualifier}</small>}
      <small>{rollupInWords(rollup)}</small>
    </>
  )
}
