import { OtherName } from '@/components/marks/both-names'
import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { RegimePage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { rollupInWords } from '@/lib/contract/words/rollup'

/** What a regime, taken alone, does to each material it names (R11). */
export function ReachTable({ page }: { readonly page: RegimePage }) {
  const { coordinates, reach } = page
  const day = dayInWords(coordinates.question.on)
  return (
    <ScrollRegion name={say('law.regime.reachRegion')}>
      <table className="plain records reaches">
        <caption>{say('law.regime.reachCaption', { count: reach.length, day })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('law.regime.material')}</th>
            <th scope="col">{say('law.regime.does')}</th>
            <th scope="col">{say('law.regime.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {reach.map(({ material, rollup }) => (
            <tr key={material.key}>
              <th scope="row">
                <a href={linkTo(coordinates, { name: 'material', key: material.key })}>{nameOf(material)}</a>{' '}
                <OtherName of={material} />
              </th>
              <td>
                <CellName>{say('law.regime.does')}</CellName>
                <StatusMark status={rollup.status} beforeEffect={rollup.beforeEffect} />
              </td>
              <td>
                <CellName>{say('law.regime.counts')}</CellName>
                {rollupInWords(rollup)}
                {rollup.notListed.length > 0 && (
                  <span className="soft">{`${mark('semicolon')}${say('law.regime.notListed', { count: rollup.notListed.length })}`}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
