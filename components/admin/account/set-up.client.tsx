'use client'

import { useActionState } from 'react'
import { type FieldSpec, FormFields } from '@/components/admin/ui/plain-form.client'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import { type FormState, UNSENT } from '@/lib/contract/people/form-state'

type ToSetUp = {
  readonly path: string
  readonly size: number
  readonly secret: string
  readonly backupCodes: readonly string[]
}
type SettingUp = FormState & { readonly toSetUp: ToSetUp | null }

export type SetUpAction = (previous: SettingUp, form: FormData) => Promise<SettingUp>

/** Sets up a second factor in two steps: the password shows what to scan, and the first code from it puts it in force. */
export function SetUp({
  setUp,
  password,
  code,
  words,
}: {
  readonly setUp: SetUpAction
  readonly password: FieldSpec
  readonly code: FieldSpec
  readonly words: Readonly<Record<'begin' | 'scan' | 'picture' | 'secret' | 'keep' | 'turnOn', string>>
}) {
  const [state, send] = useActionState(setUp, { ...UNSENT, toSetUp: null })
  if (state.toSetUp === null) {
    return (
      <form action={send} className="form">
        <FormFields id="set-up" state={state} fields={[password]} />
        <SubmitButton>{words.begin}</SubmitButton>
      </form>
    )
  }
  const { path, size, secret, backupCodes } = state.toSetUp
  return (
    <div className="form">
      <p>{words.scan}</p>
      <div className="qr">
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.picture} shapeRendering="crispEdges">
          <path d={path} fill="#000000" />
        </svg>
      </div>
      <p>
        {words.secret} <code className="secret">{secret}</code>
      </p>
      <p>{words.keep}</p>
      <ul className="codes">
        {backupCodes.map((backup) => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <form action={send} className="form">
        <FormFields id="turn-on" state={state} fields={[code]} />
        <SubmitButton>{words.turnOn}</SubmitButton>
      </form>
    </div>
  )
}
