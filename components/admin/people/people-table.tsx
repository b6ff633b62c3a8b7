import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { ROLES } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly publicName: string | null
  readonly disabled: boolean
  readonly secondFactor: boolean
  readonly lastUsed: string | null
}

type PeopleActions = {
  readonly giveRole: (person: string, form: FormData) => Promise<void>
  readonly disable: (person: string) => Promise<void>
  readonly enable: (person: string) => Promise<void>
  readonly dropSecondFactor: (person: string) => Promise<void>
}

/** Everybody, with what an admin can change about them. Nobody disables themselves. */
export function PeopleTable({
  people,
  self,
  actions,
}: {
  readonly people: readonly PersonRow[]
  readonly self: string
  readonly actions: PeopleActions
}) {
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('people.list.person')}</th>
          <th scope="col">{say('people.list.publicName')}</th>
          <th scope="col">{say('people.list.role')}</th>
          <th scope="col">{say('people.list.signIn')}</th>
          <th scope="col">{say('people.list.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              <span className="title soft">{person.email}</span>
            </th>
            <td>
              <CellName>{say('people.list.publicName')}</CellName>
              {person.publicName ?? <span className="soft">{say('people.list.noPublicName')}</span>}
            </td>
            <td>
              <CellName>{say('people.list.role')}</CellName>
              <RoleForm person={person} giveRole={actions.giveRole} />
            </td>
            <td>
              <CellName>{say('people.list.signIn')}</CellName>
              <SignInOf person={person} drop={actions.dropSecondFactor} />
            </td>
            <td>
              <CellName>{say('people.list.standing')}</CellName>
              {person.id === self ? say('people.list.you') : <Standing person={person} actions={actions} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RoleForm({ person, giveRole }: { readonly person: PersonRow; readonly giveRole: PeopleActions['giveRole'] }) {
  return (
    <form action={giveRole.bind(null, person.id)} className="row-form">
      <label className="hidden-text" htmlFor={`role-${person.id}`}>
        {say('people.list.roleOf', { name: person.name })}
      </label>
      <select id={`role-${person.id}`} name="role" className="field" defaultValue={person.role} key={person.role}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {say(`people.role.${role}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {say('people.list.saveRole')}
      </button>
    </form>
  )
}

function SignInOf({ person, drop }: { readonly person: PersonRow; readonly drop: PeopleActions['dropSecondFactor'] }) {
  return (
    <>
      {person.lastUsed === null ? say('people.list.notSignedIn') : <Instant at={person.lastUsed} />}
      {person.secondFactor && (
        <form action={drop.bind(null, person.id)} className="row-form">
          {say('people.list.secondFactor')}
          <button type="submit" className="quiet-button">
            {say('people.list.dropSecondFactor')}
            <span className="hidden-text"> {person.name}</span>
          </button>
        </form>
      )}
    </>
  )
}

function Standing({ person, actions }: { readonly person: PersonRow; readonly actions: PeopleActions }) {
  const change = person.disabled ? actions.enable : actions.disable
  return (
    <form action={change.bind(null, person.id)} className="row-form">
      {say(person.disabled ? 'people.list.disabled' : 'people.list.active')}
      <button type="submit" className="button">
        {say(person.disabled ? 'people.list.enable' : 'people.list.disable')}
        <span className="hidden-text"> {person.name}</span>
      </button>
    </form>
  )
}
