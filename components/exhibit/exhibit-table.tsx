import type { ReactNode } from 'react'
import { ExhibitStatus } from '@/components/exhibit/exhibit-status'
import { Long } from '@/components/exhibit/long'
import { asLead, filled, isEmpty, readsTurned } from '@/components/exhibit/table-shape'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ExhibitColumn, ExhibitValue, ExhibitTable as Table } from '@/lib/contract/exhibit'

type Single = Exclude<ExhibitValue, null | readonly unknown[]>

/** A table as it was frozen. What is empty in every row is left out; a long one is folded; in narrow windows a row is a card. */
export function ExhibitTable({ table }: { readonly table: Table }) {
  const shown = filled(table)
  const { title, rows } = shown
  return (
    <section className="section">
      <Long title={title} count={rows.length} heading>
        <ScrollRegion name={title}>
          {readsTurned(shown) ? <Turned table={shown} /> : <Rows table={shown} />}
        </ScrollRegion>
      </Long>
    </section>
  )
}

function Rows({ table: { columns, rows } }: { readonly table: Table }) {
  return (
    <table className="plain frozen-rows">
      <thead>
        <tr>
          {columns.map(({ key, title, holds }) => (
            <th key={key} scope="col" className={NAMES[holds]}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            {columns.map(({ key, title, holds }, at) => (
              <Place key={key} title={title} holds={holds} value={row[at] ?? null} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const NAMES: { readonly [holds in ExhibitColumn['holds']]?: string } = { number: 'num', day: 'day' }

/** A place of a row. Where rows are cards, the style sheet writes its column's title in front and hides empty places. */
function Place({
  title,
  holds,
  value,
}: {
  readonly title: string
  readonly holds: ExhibitColumn['holds']
  readonly value: ExhibitValue
}) {
  const name = isEmpty(value) ? 'empty' : NAMES[holds]
  return (
    <td className={name} data-title={asLead(title)}>
      {shownIn(value)}
    </td>
  )
}

/** Few rows that tell much: a line for each column, its title first. */
function Turned({ table: { columns, rows } }: { readonly table: Table }) {
  return (
    <table className="plain frozen-turned">
      <tbody>
        {columns.map(({ key, title }, at) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {rows.map((row) => (
              <td key={JSON.stringify(row)}>{shownIn(row[at] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shownIn(value: ExhibitValue): ReactNode {
  if (isEmpty(value) || value === null) return null
  if (!Array.isArray(value)) return single(value)
  const each = new Map(value.map((one) => [JSON.stringify(one), one])) // what is told twice in one place is read once
  return (
    <ul className={value.every(isSymbol) ? 'inline-list' : undefined}>
      {[...each].map(([key, one]) => (
        <li key={key}>{single(one)}</li>
      ))}
    </ul>
  )
}

/** "Dy": many of them stand on one line. */
function isSymbol(value: Single): boolean {
  return typeof value === 'string' && value.length <= 3
}

function single(value: Single): ReactNode {
  if (typeof value !== 'object') return String(value)
  return 'href' in value ? <a href={value.href}>{value.text}</a> : <ExhibitStatus shown={value} />
}
