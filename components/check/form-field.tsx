import type { ReactNode } from 'react'
import { fieldOfProblem, idOf } from '@/components/check/field-ids'
import { marked } from '@/components/ui/english'
import type { CheckField, CheckTexts } from '@/lib/contract/check/fields'
import { sayProblem } from '@/lib/contract/problem-words'
import type { Problem } from '@/lib/contract/refusal'

/** What is typed into the form, and what is wrong with it. */
export type Filled = { readonly typed: CheckTexts; readonly problems: readonly Problem[] }

type Props = {
  readonly name: CheckField
  readonly label: string
  readonly hint?: string
  readonly filled: Filled
  readonly wide?: boolean
}

export type Option = readonly [value: string, words: string]

/** A line of text. */
export function TextField(props: Props) {
  const { name, wide, filled } = props
  return (
    <Labelled {...props}>
      <input
        {...describe(props)}
        id={idOf(name)}
        name={name}
        className="field"
        data-wide={wide === true ? '' : undefined}
        defaultValue={filled.typed[name] ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
    </Labelled>
  )
}

/** A choice, with what was typed among its options even where it is none of them: nothing typed is lost. */
export function ChoiceField({
  options,
  none,
  groups = [],
  ...props
}: Props & {
  /** What stands for nothing chosen; `null` where something always is. */
  readonly none: string | null
  readonly options: readonly Option[]
  readonly groups?: readonly { readonly name: string; readonly options: readonly Option[] }[]
}) {
  const { name, wide, filled } = props
  const typed = filled.typed[name] ?? ''
  const known = [...options, ...groups.flatMap((group) => group.options)]
  const chosen = known.find(([value]) => value.toLowerCase() === typed.trim().toLowerCase())?.[0] ?? typed
  return (
    <Labelled {...props}>
      <select
        {...describe(props)}
        id={idOf(name)}
        name={name}
        className="field"
        data-wide={wide === true ? '' : undefined}
        defaultValue={chosen}
      >
        {none !== null && <option value="">{none}</option>}
        {chosen !== '' && known.every(([value]) => value !== chosen) && <option value={chosen}>{chosen}</option>}
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.name} label={group.name}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </Labelled>
  )
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map(([value, words]) => (
    <option key={value} value={value} {...marked(words)}>
      {words}
    </option>
  ))
}

/** Something that a reader vouches for. */
export function TickField(props: Props) {
  const { name, label, filled } = props
  return (
    <div className="tick">
      <label>
        <input
          {...describe(props)}
          type="checkbox"
          id={idOf(name)}
          name={name}
          value="yes"
          defaultChecked={(filled.typed[name] ?? '') !== ''}
        />{' '}
        {label}
      </label>
      <Wrong {...props} />
    </div>
  )
}

function Labelled(props: Props & { readonly children: ReactNode }) {
  const { name, label, hint, children } = props
  return (
    <div className="labelled">
      <label htmlFor={idOf(name)}>{label}</label>
      {children}
      <Wrong {...props} />
      {hint !== undefined && (
        <span id={`${idOf(name)}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  )
}

function Wrong({ name, filled }: Props) {
  const wrong = wrongWith(name, filled)
  if (wrong.length === 0) return null
  return (
    <div id={`${idOf(name)}-wrong`} className="wrong">
      {wrong.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

function wrongWith(name: CheckField, { problems }: Filled): readonly string[] {
  return problems.filter((problem) => fieldOfProblem(problem) === name).map(sayProblem)
}

function describe({ name, hint, filled }: Props) {
  const wrong = wrongWith(name, filled).length > 0
  const by = [wrong ? `${idOf(name)}-wrong` : '', hint === undefined ? '' : `${idOf(name)}-hint`].filter(Boolean)
  return {
    ...(by.length > 0 ? { 'aria-describedby': by.join(' ') } : {}),
    ...(wrong ? { 'aria-invalid': true } : {}),
  }
}
