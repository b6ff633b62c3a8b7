import type { ReactNode } from 'react'

/** What a field gets from `Field`: its id, and what describes it and whether it is wrong. */
export type FieldProps = {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/**
 * A labelled field with its hint and its problem, joined to it for screen readers. The field itself is the caller's:
 *
 *     <Field id="reason" label={…} hint={…} problem={…}>{(props) => <input {...props} name="reason" className="field" />}</Field>
 */
export function Field({
  id,
  label,
  hint,
  problem,
  children,
}: {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** The sentence that says what is wrong, as in the summary. */
  readonly problem?: string | undefined
  readonly children: (props: FieldProps) => ReactNode
}) {
  const described = [hint === undefined ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`]
    .filter((part) => part !== null)
    .join(' ')
  const props: FieldProps = {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className="form-field" data-wrong={problem === undefined ? undefined : ''}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children(props)}
    </div>
  )
}

/** A quiet line that says what belongs into a field. */
export function Hint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="field-hint" id={id}>
      {children}
    </p>
  )
}
