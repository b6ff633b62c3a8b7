'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { ActFields } from '@/components/admin/ui/act-fields'
import { type Act, type ActField, UNTOUCHED } from '@/components/admin/ui/act-state'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'

/** The browser itself brings a reader here who has no scripts. */
const FIRST = { autoFocus: true }

/**
 * A small form of one act. When the act does not happen, the reasons stand above its fields and take the focus, and what
 * was typed is still there. It posts without JavaScript too. Words arrive as values: an island carries no catalogue.
 *
 * @param name unlike that of every other form of the page.
 */
export function ActForm({
  name,
  action,
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
  const [state, act] = useActionState(action, UNTOUCHED)
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.problems.length > 0) told.current?.focus()
  }, [state])

  const form = (
    <form action={act} className="act-form">
      {state.problems.length > 0 && (
        <div ref={told} className="error-summary" role="alert" tabIndex={-1} {...FIRST}>
          <p className="act-problems">{problemsTitle}</p>
          <ul>
            {state.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {lead !== undefined && <p className="small">{lead}</p>}
      <ActFields form={name} fields={fields} typed={state.typed} />
      {children}
      <SubmitButton main={main}>
        <span aria-hidden={about === undefined ? undefined : true}>{submit}</span>
        {about !== undefined && <span className="hidden-text">{about}</span>}
      </SubmitButton>
    </form>
  )
  if (folded === undefined) return form
  return (
    <details className="folded" open={state.problems.length > 0}>
      <summary>{folded}</summary>
      {form}
    </details>
  )
}
