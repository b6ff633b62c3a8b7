import { SetUp, type SetUpAction } from '@/components/admin/account/set-up.client'
import { type FieldSpec, PlainForm } from '@/components/admin/ui/plain-form.client'
import { type FormState, UNSENT } from '@/lib/contract/people/form-state'
import { say } from '@/lib/contract/words/catalogue'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

/** The second factor: how it is set up, or how it is ended. */
export function SecondFactor({
  on,
  setUp,
  turnOff,
}: {
  readonly on: boolean
  readonly setUp: SetUpAction
  readonly turnOff: Action
}) {
  const password: FieldSpec = {
    name: 'password',
    label: say('people.field.password'),
    type: 'password',
    autoComplete: 'current-password',
  }
  if (on) {
    return (
      <>
        <p>{say('people.secondFactor.on')}</p>
        <PlainForm
          id="turn-off"
          action={turnOff}
          state={UNSENT}
          fields={[password]}
          submit={say('people.secondFactor.turnOff')}
        />
      </>
    )
  }
  return (
    <>
      <p>{say('people.secondFactor.off')}</p>
      <SetUp
        setUp={setUp}
        password={password}
        code={{
          name: 'code',
          label: say('people.field.code'),
          hint: say('people.field.codeHint'),
          autoComplete: 'one-time-code',
          inputMode: 'numeric',
        }}
        words={{
          begin: say('people.secondFactor.begin'),
          scan: say('people.secondFactor.scan'),
          picture: say('people.secondFactor.picture'),
          secret: say('people.secondFactor.secret'),
          keep: say('people.secondFactor.keep'),
          turnOn: say('people.secondFactor.turnOn'),
        }}
      />
    </>
  )
}
