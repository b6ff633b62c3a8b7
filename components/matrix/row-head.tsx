import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import type { Material } from '@/lib/ledger/record'

/** A material at the head of its row: symbol, names, number and group. */
export function RowHead({ material, at }: { readonly material: Material; readonly at: Coordinates }) {
  const { key, symbol, nameEn, nameZh, atomicNumber, group } = material
  return (
    <th scope="row">
      <a href={linkTo(at, { name: 'material', key })}>
        {symbol !== null && <b>{symbol}</b>}
        <span>{nameEn}</span>
      </a>
      <small>
        <i lang="zh-Hans">{nameZh}</i>
        {atomicNumber !== null && <i>{atomicNumber}</i>}
        {group !== null && <i>{say(`matrix.group.${group}`)}</i>}
      </small>
    </th>
  )
}
