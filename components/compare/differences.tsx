import { SeenMark } from '@/components/compare/seen-mark'
import { linkTo } from '@/components/marks/link-to'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ComparePage } from '@/components/views/compare-page'
import { say } from '@/lib/contract/words/catalogue'
import { stepInWords, whyInWords } from '@/lib/contract/words/compare'
import { materialInShort } from '@/lib/contract/words/impact-cells'
import { listed, mark, sentences } from '@/lib/contract/words/list'
import type { Difference } from '@/lib/ledger/compare/compare'

/** Only the cells that differ, before and after, each with what did it. */
export function Differences({ page }: { readonly page: ComparePage }) {
  const { differences } = page.comparison
  return (
    <ScrollRegion name={say('compare.changed.region')}>
      <table className="plain records compared">
        <caption className="hidden-text">{say('compare.changed.region')}</caption>
        <thead>
          <tr>
            {(['material', 'form', 'before', 'after', 'turn', 'why'] as const).map((head) => (
              <th key={head} scope="col">
                {say(`compare.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <Row key={`${difference.material} ${difference.form}`} difference={difference} page={page} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({ difference, page }: { readonly difference: Difference; readonly page: ComparePage }) {
  const { material, form, before, after, turn, cause } = difference
  const { nameOf } = page
  return (
    <tr>
      <th scope="row">{materialInShort(material, nameOf)}</th>
      <td>
        <CellName>{say('compare.head.form')}</CellName>
        {after === null ? (
          nameOf('form', form)
        ) : (
          <a href={linkTo(page.coordinates, { name: 'proof', material, form })}>{nameOf('form', form)}</a>
        )}
      </td>
      <td>
        <CellName>{say('compare.head.before')}</CellName>
        <SeenMark seen={before} />
      </td>
      <td>
        <CellName>{say('compare.head.after')}</CellName>
        <SeenMark seen={after} />
      </td>
      <td>
        <CellName>{say('compare.head.turn')}</CellName>
        <span>
          <span aria-hidden="true">{say(`compare.sign.${turn}`)} </span>
          {say(`compare.turn.${turn}`)}
        </span>
      </td>
      <td>
        <CellName>{say('compare.head.why')}</CellName>
        <span>
          <b>{say(`compare.by.${cause}`)}</b> <small className="soft">{whyOf(difference, page)}</small>
        </span>
      </td>
    </tr>
  )
}

function whyOf(difference: Difference, { against, coordinates, nameOf }: ComparePage): string {
  const compared = { before: against.question, after: coordinates.question }
  const why = `${whyInWords(difference, compared, nameOf)}${mark('stop')}`
  if (difference.others.length === 0) return why
  const steps = listed(
    difference.others.map((step) => stepInWords(step, compared, nameOf)),
    'apart',
  )
  return sentences(why, say('compare.step.others', { steps }))
}
