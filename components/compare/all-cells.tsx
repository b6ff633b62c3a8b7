import { SeenMark } from '@/components/compare/seen-mark'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ComparePage } from '@/components/views/compare-page'
import { say } from '@/lib/contract/words/catalogue'
import { materialInShort } from '@/lib/contract/words/impact-cells'
import type { Pair } from '@/lib/ledger/compare/compare'
import { seenOf } from '@/lib/ledger/compare/seen'

/** Every cell of the scope under both questions, those that read the same included. */
export function AllCells({ page }: { readonly page: ComparePage }) {
  const { pairs, differences } = page.comparison
  const differing = new Set(differences.map(nameOf))
  return (
    <details>
      <summary>{say('compare.all.region')}</summary>
      <ScrollRegion name={say('compare.all.region')}>
        <table className="plain records compared">
          <caption className="hidden-text">{say('compare.all.region')}</caption>
          <thead>
            <tr>
              {(['material', 'form', 'before', 'after'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(`compare.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <Row key={nameOf(pair)} pair={pair} differs={differing.has(nameOf(pair))} page={page} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

function Row({ pair, differs, page }: { readonly pair: Pair; readonly differs: boolean; readonly page: ComparePage }) {
  const { before, after } = pair
  return (
    <tr data-differs={differs ? '' : undefined}>
      <th scope="row">{materialInShort(pair.material, page.nameOf)}</th>
      <td>
        <CellName>{say('compare.head.form')}</CellName>
        {page.nameOf('form', pair.form)}
      </td>
      <td>
        <CellName>{say('compare.head.before')}</CellName>
        <SeenMark seen={before === null ? null : seenOf(before)} />
      </td>
      <td>
        <CellName>{say('compare.head.after')}</CellName>
        {differs ? (
          <SeenMark seen={after === null ? null : seenOf(after)} />
        ) : (
          <span className="soft">{say('compare.all.same')}</span>
        )}
      </td>
    </tr>
  )
}

function nameOf({ material, form }: { readonly material: string; readonly form: string }): string {
  return `${material}/${form}`
}
