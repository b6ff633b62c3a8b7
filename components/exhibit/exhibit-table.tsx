import type { ReactNode } from 'react'
import { ExhibitStatus } from '@/components/exhibit/exhibit-status'
import type { ExhibitValue, ExhibitTable as Table } from '@/lib/contract/exhibit'

type Single = Exclude<ExhibitValue, null | readonly unknown[]>

/** A table as it was frozen; an empty place stays empty. */
export function ExhibitTable({ table }: { readonly table: Table }) {
  return (
    <section className="section">
      <h2>{table.title}</h2>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              {table.columns.map(({ key, title, holds }) => (
                <th key={key} scope="col" className={holds === 'number' ? 'num' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={JSON.stringify(row)}>
                {table.columns.map(({ key, holds }, at) => (
                  <td key={key} className={holds === 'number' ? 'num' : undefined}>
                    {shownIn(row[at] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function shownIn(value: ExhibitValue): ReactNode {
  if (value === null) return null
  if (!Array.isArray(value)) return single(value)
  return (
    <ul>
      {value.map((one) => (
        <li key={JSON.stringify(one)}>{single(one)}</li>
      ))}
    </ul>
  )
}

function single(value: Single): ReactNode {
  if (typeof value !== 'object') return String(value)
  return 'href' in value ? <a href={value.href}>{value.text}</a> : <ExhibitStatus shown={value} />
}
