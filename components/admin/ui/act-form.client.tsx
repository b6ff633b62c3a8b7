'use client'

import { type ReactNode, useActionState } from 'react'
import { ActFields } from '@/components/admin/ui/act-fields'
import { type Act, type ActField, type ActState, UNTOUCHED } from '@/components/admin/ui/act-state'
import { Problems } from '@/components/admin/ui/problems.client'
import { SignInAgainFields } from '@/components/admin/ui/sign-in-again'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'

/**
 * A small form of one act. When the act does not happen, the reasons stand above its fields, each a link to its field, and
 * take the focus; what was typed is still there. Where the session had ended, the form asks for the password itself. It
 * posts without JavaScript too. Words arrive as values: an island carries no catalogue.
 *
 * @param name unlike that of every other form of the page.
 * @param address where it posts to without scripts. The page there shows this form, whoever is signed in by then, with the
 *   same address: by it React knows the form again and gives it back what was typed. None for a form without fields.
 */
export function ActForm({
  name,
  action,
  address = null,
  lead,
  fields = [],
  problemsTitle,
  submit,
  about,
  folded,
  main = false,
  children,
}: {
  readonly name: string
  readonly action: Act
  readonly address?: string | null
  /** What the act means, before it is done. */
  readonly lead?: string
  readonly fields?: readonly ActField[]
  readonly problemsTitle: string
  readonly submit: string
  /** The same act in words that stand alone, where the button's own do not: for who hears it without its surroundings. */
  readonly about?: string
  /** Words to unfold the form by, where it is not what the page is about; with something to tell, it is open. */
  readonly folded?: string
  readonly main?: boolean
  /** Fields of the form that it does not make itself. */
  readonly children?: ReactNode
}) {
  const [state, act] = useActionState(action, UNTOUCHED, address ?? undefined)
  const { problems, typed, signIn } = state
  const form = (
    <form action={act} className="act-form">
      <Problems
        id={`${name}-problems`}
        title={problemsTitle}
        problems={problems.map((one) =>
          fields.some((field) => field.name === one.field) ? one : { ...one, field: null },
        )}
        prefix={`${name}-`}
        news={state}
      />
      {lead !== undefined && <p className="small">{lead}</p>}
      {signIn !== undefined && <SignInAgainFields form={name} signIn={signIn} />}
      <ActFields form={name} fields={fields} typed={typed} problems={problems} />
      {signIn === undefined ? children : <CarriedAlong fields={fields} typed={typed} />}
      <SubmitButton main={main}>
        <span aria-hidden={about === undefined ? undefined : true}>{signIn?.submit ?? submit}</span>
        {about !== undefined && <span className="hidden-text">{about}</span>}
      </SubmitButton>
    </form>
  )
  if (folded === undefined) return form
  return (
    <details className="folded" open={problems.length > 0}>
      <summary>{folded}</summary>
      {form}
    </details>
  )
}

/** What was typed or chosen in fields that are not shown while the form asks for the password. */
function CarriedAlong({ fields, typed }: { readonly fields: readonly ActField[]; readonly typed: ActState['typed'] }) {
  const shown = new Set(fields.map(({ name }) => name))
  return Object.entries(typed)
    .filter(([name]) => !shown.has(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
