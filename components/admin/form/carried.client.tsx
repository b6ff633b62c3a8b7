'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { MovedField } from '@/lib/contract/edit/form/moved'
import type { SaveState } from '@/lib/contract/edit/form/save-state'

export type CarriedWords = {
  readonly signedOut: { readonly title: string; readonly lead: string; readonly submit: string }
  readonly moved: {
    readonly title: string
    readonly lead: string
    readonly submit: string
    readonly theirs: string
    readonly yours: string
  }
  readonly refused: { readonly title: string; readonly lead: string; readonly submit: string; readonly typed: string }
}

type Left = Exclude<SaveState, { readonly step: 'fresh' }>

/** The browser itself brings a reader here who has no scripts. */
const FIRST = { autoFocus: true }

/** A form that could not be saved: why, the next step, and everything that was typed, carried along unseen. */
export function Carried({
  state,
  act,
  words,
  signIn,
}: {
  readonly state: Left
  readonly act: (form: FormData) => void
  readonly words: CarriedWords
  readonly signIn: ReactNode
}) {
  const told = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same element takes the focus again when it says something else
  useEffect(() => told.current?.focus(), [state])
  const { title, lead, submit } = state.step === 'signed-out' ? words.signedOut : words[state.step]
  const shown = new Set(state.step === 'refused' ? state.problems.map(({ name }) => name) : [])
  return (
    <form action={act} className="form carried">
      <div ref={told} className="error-summary" role="alert" tabIndex={-1} {...FIRST}>
        <h2>{title}</h2>
        <ul>
          {state.problems.map((problem) => (
            <li key={problem.say}>
              {problem.name === null ? problem.say : <a href={`#c-${problem.name}`}>{problem.say}</a>}
            </li>
          ))}
        </ul>
        <p>{lead}</p>
      </div>
      {state.step === 'signed-out' && signIn}
      {state.step === 'moved' && <Choices fields={state.fields} words={words.moved} />}
      {state.step === 'refused' && <ToMend state={state} />}
      {numbered(state.carried)
        .filter(({ name }) => !shown.has(name))
        .map(({ place, name, value }) => (
          <input key={place} type="hidden" name={name} value={name === '_version' ? versionOf(state, value) : value} />
        ))}
      <p className="actions">
        <button type="submit" className="button" data-main="">
          {submit}
        </button>
      </p>
      {state.step === 'refused' && <Typed state={state} title={words.refused.typed} />}
    </form>
  )
}

/** Names repeat, so every field gets its place: none of them is moved here. */
function numbered(carried: Left['carried']) {
  return carried.map((field, place) => ({ place, ...field }))
}

/** Who chose between two versions has seen the stored one. */
function versionOf(state: Left, typed: string): string {
  return state.step === 'moved' ? String(state.version ?? '') : typed
}

/** Every field that two wrote differently, with both texts. */
function Choices({ fields, words }: { readonly fields: readonly MovedField[]; readonly words: CarriedWords['moved'] }) {
  return fields.map(({ field, label, theirs, yours, side }) => (
    <fieldset key={field} className="moved-field">
      <legend>{label}</legend>
      {(['theirs', 'yours'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={`_choice.${field}`} value={one} defaultChecked={side === one} required />
          <span className="number">{words[one]}</span>
          <span className="moved-text" dir="auto">
            {one === 'theirs' ? theirs : yours}
          </span>
        </label>
      ))}
    </fieldset>
  ))
}

/** The fields whose text cannot be kept, to be put right here. */
function ToMend({ state }: { readonly state: Extract<Left, { readonly step: 'refused' }> }) {
  return state.problems.flatMap(({ name, say }) =>
    name === null
      ? []
      : numbered(state.carried)
          .filter((one) => one.name === name)
          .map(({ place, value }) => (
            <div key={place} className="form-field" data-wrong="">
              <label htmlFor={`c-${name}`}>{say}</label>
              <textarea id={`c-${name}`} name={name} className="field" rows={6} defaultValue={value} dir="auto" />
            </div>
          )),
  )
}

/** Everything typed, to be read and copied where the draft takes nothing any more. */
function Typed({ state, title }: { readonly state: Left; readonly title: string }) {
  const typed = numbered(state.carried).filter(
    ({ name, value }) => !name.startsWith('_') && !name.endsWith('.row') && value !== '',
  )
  return (
    <details>
      <summary>{title}</summary>
      <dl className="facts">
        {typed.map(({ place, name, value }) => (
          <div key={place}>
            <dt>{name}</dt>
            <dd className="moved-text" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
