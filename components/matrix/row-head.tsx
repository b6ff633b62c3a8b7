import { linkAskingMatrix, linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { wayInWords } from '@/lib/contract/words/matrix'
import { bothNames } from '@/lib/contract/words/names'
import type { Way } from '@/lib/ledger/matrix'
import type { Material } from '@/lib/ledger/record'

/** A material at the head of its row: symbol, names, number and group. */
export function RowHead({
  material,
  elsewhere,
  at,
}: {
  readonly material: Material
  readonly elsewhere: readonly Way[]
  readonly at: Coordinates
}) {
  const { key, symbol, atomicNumber, group } = material
  const { own, other } = bothNames(material)
  return (
    <th scope="row">
      <a href={linkTo(at, { name: 'material', key })}>
        {symbol !== null && <b>{symbol}</b>}
        <span>{own.text}</span>
      </a>
      <small>
        {other !== null && <i lang={other.lang}>{other.text}</i>}
        {atomicNumber !== null && <i>{atomicNumber}</i>}
        {group !== null && <i>{say(`matrix.group.${group}`)}</i>}
      </small>
      {elsewhere.map((way) => (
        <small key={`${way.route} ${way.from}`}>
          {wayInWords(way)}
          {mark('colon')}
          <a href={linkAskingMatrix(at, way)}>{say('matrix.elsewhere.ask')}</a>
        </small>
      ))}
    </th>
  )
}
