import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { say } from '@/lib/contract/words/catalogue'

type SessionRow = {
  readonly id: string
  readonly since: string
  readonly lastUsed: string
  readonly address: string | null
  readonly browser: string | null
}

/** Where a person is signed in, and the two ways out. */
export function SessionTable({
  sessions,
  elsewhere,
  everywhere,
}: {
  readonly sessions: readonly SessionRow[]
  readonly elsewhere: () => Promise<void>
  readonly everywhere: () => Promise<void>
}) {
  return (
    <>
      <table className="plain records">
        <thead>
          <tr>
            <th scope="col">{say('people.session.browser')}</th>
            <th scope="col">{say('people.session.address')}</th>
            <th scope="col">{say('people.session.since')}</th>
            <th scope="col">{say('people.session.lastUsed')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, browser, address, since, lastUsed }) => (
            <tr key={id}>
              <th scope="row">{browser ?? say('people.session.unknown')}</th>
              <td>
                <CellName>{say('people.session.address')}</CellName>
                {address ?? say('people.session.unknown')}
              </td>
              <td>
                <CellName>{say('people.session.since')}</CellName>
                <Instant at={since} />
              </td>
              <td>
                <CellName>{say('people.session.lastUsed')}</CellName>
                <Instant at={lastUsed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions below">
        {sessions.length > 1 && (
          <form action={elsewhere}>
            <button type="submit" className="button">
              {say('people.session.elsewhere')}
            </button>
          </form>
        )}
        <form action={everywhere}>
          <button type="submit" className="button">
            {say('people.session.everywhere')}
          </button>
        </form>
      </div>
    </>
  )
}
