import { actInWords } from '@/components/admin/audit/act-words'
import { Instant } from '@/components/marks/instant'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { say } from '@/lib/contract/words/catalogue'

type Logged = {
  readonly number: string
  readonly at: string
  readonly person: string | null
  readonly name: string | null
  readonly act: string
  readonly subject: string | null
  readonly detail: unknown
}

/** The log as a table; people are named wherever an act names them. */
export function LogTable({
  acts,
  people,
}: {
  readonly acts: readonly Logged[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}) {
  if (acts.length === 0) return <p className="soft">{say('people.log.none')}</p>
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (
    <ScrollRegion name={say('people.log.title')}>
      <table className="plain log">
        <thead>
          <tr>
            <th scope="col" className="num">
              {say('people.log.number')}
            </th>
            <th scope="col">{say('people.log.at')}</th>
            <th scope="col">{say('people.log.person')}</th>
            <th scope="col">{say('people.log.act')}</th>
            <th scope="col">{say('people.log.subject')}</th>
            <th scope="col">{say('people.log.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ number, at, name, act, subject, detail }) => (
            <tr key={number}>
              <td className="num">{number}</td>
              <td>
                <Instant at={at} />
              </td>
              <td>{name ?? <span className="soft">{say('people.log.nobody')}</span>}</td>
              <td>{actInWords(act)}</td>
              <td className="address">{subject === null ? '' : (names.get(subject) ?? subject)}</td>
              <td className="address">{detailInWords(detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** `role: editor · by: command`, as the log has it. */
function detailInWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ')
}
