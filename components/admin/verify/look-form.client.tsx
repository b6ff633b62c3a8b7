'use client'

import { useActionState } from 'react'
import { Field } from '@/components/admin/ui/field'
import { Problems } from '@/components/admin/ui/problems.client'
import { SignInAgainFields } from '@/components/admin/ui/sign-in-again'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import type { LookAct, LookState, LookTyped } from '@/components/admin/verify/look-state'

/** The words of the form: an island carries no catalogue. */
export type LookWords = { readonly [name in (typeof WORDS)[number]]: string }

const WORDS = [
  ...(['instruments', 'on', 'onHint', 'where', 'whereHint', 'found', 'nothing', 'this'] as const),
  ...(['note', 'noteHint', 'submit', 'problems'] as const),
]

/** An instrument that the look may be of, in words. */
export type Choice = { readonly key: string; readonly label: string }

/** A look: of which instruments, up to which day, where, and what was found. It posts without JavaScript too. */
export function LookForm({
  action,
  address,
  first,
  latest,
  choices,
  words,
}: {
  readonly action: LookAct
  /** Where it posts to without scripts: the page there shows it, whoever is signed in by then. */
  readonly address: string
  readonly first: LookTyped
  /** Today in Beijing: nobody looks ahead. */
  readonly latest?: string
  readonly choices: readonly Choice[]
  readonly words: LookWords
}) {
  const [state, act] = useActionState<LookState, FormData>(action, { problems: [], typed: first }, address)
  const { problems, typed, signIn } = state
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.say
  return (
    // It is judged in our own words, not the browser's. Another key makes what was typed the new beginning of every field: React empties a form that was sent.
    <form action={act} className="form" key={JSON.stringify(typed)} noValidate>
      <Problems id="look-problems" title={words.problems} problems={problems} prefix="look-" news={state} />
      {signIn !== undefined && <SignInAgainFields form="look" signIn={signIn} />}
      <Instruments
        choices={choices}
        chosen={typed.instruments}
        label={words.instruments}
        problem={problemOf('instruments')}
      />
      <Field id="look-on" label={words.on} hint={words.onHint} problem={problemOf('on')}>
        {(props) => (
          <input
            {...props}
            type="date"
            name="on"
            className="field"
            data-short=""
            max={latest}
            defaultValue={typed.on}
          />
        )}
      </Field>
      <Field id="look-where" label={words.where} hint={words.whereHint} problem={problemOf('where')}>
        {(props) => <input {...props} name="where" className="field" defaultValue={typed.where} />}
      </Field>
      <fieldset
        className="form-field act-choice"
        id="look-found"
        aria-describedby={problemOf('found') && 'look-found-problem'}
      >
        <legend>{words.found}</legend>
        <Problem id="look-found" say={problemOf('found')} />
        {(['nothing', 'this'] as const).map((value) => (
          <div key={value}>
            <input
              type="radio"
              name="found"
              id={`look-${value}`}
              value={value}
              defaultChecked={typed.found === value}
            />
            <label htmlFor={`look-${value}`}>{words[value]}</label>
          </div>
        ))}
      </fieldset>
      <Field id="look-note" label={words.note} hint={words.noteHint} problem={problemOf('note')}>
        {(props) => <textarea {...props} name="note" rows={3} className="field" defaultValue={typed.note} />}
      </Field>
      <p className="actions">
        <SubmitButton>{signIn?.submit ?? words.submit}</SubmitButton>
      </p>
    </form>
  )
}

function Instruments({
  choices,
  chosen,
  label,
  problem,
}: {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly label: string
  readonly problem: string | undefined
}) {
  return (
    <fieldset className="form-field act-choice" id="look-instruments">
      <legend>{label}</legend>
      <Problem id="look-instruments" say={problem} />
      {chosen
        .filter((one) => choices.every(({ key }) => key !== one))
        .map((one) => (
          <input key={one} type="hidden" name="instruments" value={one} />
        ))}
      {choices.map(({ key, label: name }) => (
        <div key={key}>
          <input
            type="checkbox"
            name="instruments"
            id={`look-of-${key}`}
            value={key}
            defaultChecked={chosen.includes(key)}
          />
          <label htmlFor={`look-of-${key}`}>{name}</label>
        </div>
      ))}
    </fieldset>
  )
}

function Problem({ id, say }: { readonly id: string; readonly say: string | undefined }) {
  if (say === undefined) return null
  return (
    <p className="field-problem" id={`${id}-problem`}>
      {say}
    </p>
  )
}
