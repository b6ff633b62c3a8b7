import type { ReactNode } from 'react'
import { type FormView, fieldId, problemWith } from '@/components/admin/form/control-props'
import { FirstDayAfter } from '@/components/admin/form/first-day-after.client'
import { KeyInput } from '@/components/admin/form/key-input.client'
import { calledIn, listId, pickerWords } from '@/components/admin/form/option-lists'
import { Field, type FieldProps } from '@/components/admin/ui/field'
import type { ControlOf } from '@/lib/contract/edit/form/control'
import { hintOf, labelOf, wordOf } from '@/lib/contract/edit/form/problems'
import { say } from '@/lib/contract/words/catalogue'

type Of<Type extends 'text' | 'lines' | 'choice' | 'yes-no'> = {
  readonly control: ControlOf<Type>
  readonly view: FormView
}

/** A text, a day, a number or the key of one record. */
export function TextField({ control, view }: Of<'text'>) {
  const { name, words, field, widget } = control
  const hint = widget.as === 'last-day' ? say('forms.dayAfterHint') : hintOf(words, field)
  return (
    <Labelled name={name} label={labelOf(words, field)} hint={hint} view={view}>
      {(props) => (
        <>
          <TextInput props={props} control={control} view={view} />
          {widget.as === 'last-day' && (
            <FirstDayAfter input={props.id} typed={control.value} words={say.raw('forms.dayAfter') as string} />
          )}
        </>
      )}
    </Labelled>
  )
}

function TextInput({ props, control, view }: Of<'text'> & { readonly props: FieldProps }) {
  const { name, widget, value } = control
  const lang = 'lang' in widget ? widget.lang : undefined
  if (widget.as === 'one-of-record' && widget.names !== undefined) {
    const option = view.lists[widget.names]?.find((one) => one.value === value)
    return (
      <KeyInput
        {...props}
        name={name}
        value={value}
        list={listId(widget.names)}
        called={option === undefined ? '' : calledIn(option)}
        words={pickerWords(view.listsAll)}
      />
    )
  }
  // A line break in a text of one line would be lost in a field of one line.
  if (widget.as === 'long' || value.includes('\n')) {
    const rows = Math.min(12, Math.max(2, Math.ceil(value.length / 80) + 1))
    return <textarea {...props} name={name} className="field" rows={rows} defaultValue={value} dir="auto" lang={lang} />
  }
  const isShort = widget.as !== 'text' || ('short' in widget && widget.short === true)
  return (
    <input
      {...props}
      name={name}
      className="field"
      data-short={isShort ? '' : undefined}
      defaultValue={value}
      autoComplete="off"
      dir="auto"
      lang={lang}
      inputMode={widget.as === 'number' || widget.as === 'share' ? 'decimal' : undefined}
    />
  )
}

/** A list of texts, one a line; customs codes. */
export function LinesField({ control: { name, words, field, value }, view }: Of<'lines'>) {
  const rows = Math.min(14, Math.max(2, value.split('\n').length + 1))
  return (
    <Labelled
      name={name}
      label={labelOf(words, field)}
      hint={hintOf(words, field) ?? say('forms.oneALine')}
      view={view}
    >
      {(props) => <textarea {...props} name={name} className="field" rows={rows} defaultValue={value} dir="auto" />}
    </Labelled>
  )
}

/** One word of a few. What stands there and is none of them stays, so that it can be seen. */
export function ChoiceField({ control: { name, words, field, widget, value }, view }: Of<'choice'>) {
  const isKnown = value === '' || widget.words.includes(value)
  return (
    <Labelled name={name} label={labelOf(words, field)} hint={hintOf(words, field)} view={view}>
      {(props) => (
        <select {...props} name={name} className="field" defaultValue={value}>
          {(widget.orNone || value === '' || widget.preset === undefined) && (
            <option value="">{widget.orNone ? say('forms.none') : say('forms.noneChosen')}</option>
          )}
          {!isKnown && <option value={value}>{value}</option>}
          {widget.words.map((word) => (
            <option key={word} value={word}>
              {wordOf(words, field, word)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

export function YesNoField({ control: { name, words, field, on } }: Of<'yes-no'>) {
  const id = fieldId(name)
  return (
    <div className="form-field check-line">
      <input type="hidden" name={name} value="no" />
      <input type="checkbox" id={id} name={name} value="yes" defaultChecked={on} />
      <label htmlFor={id}>{labelOf(words, field)}</label>
    </div>
  )
}

function Labelled({
  name,
  label,
  hint,
  view,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly view: FormView
  readonly children: (props: FieldProps) => ReactNode
}) {
  return (
    <Field id={fieldId(name)} label={label} problem={problemWith(view, name)} {...(hint === null ? {} : { hint })}>
      {children}
    </Field>
  )
}
