import type { ReactNode } from 'react'
import { type FormView, fieldId, problemWith } from '@/components/admin/form/control-props'
import { KeyInput } from '@/components/admin/form/key-input.client'
import { calledIn, listId, pickerWords } from '@/components/admin/form/option-lists'
import { Ticks } from '@/components/admin/form/ticks.client'
import { Hint } from '@/components/admin/ui/field'
import type { ControlOf } from '@/lib/contract/edit/form/control'
import type { Option } from '@/lib/contract/edit/form/finding'
import { nameOfEvery } from '@/lib/contract/edit/form/options'
import { hintOf, labelOf } from '@/lib/contract/edit/form/problems'
import type { Named } from '@/lib/contract/edit/form/widget'
import { say } from '@/lib/contract/words/catalogue'

/** Empty fields at hand for keys that are still to be found. */
const SPARE = 2

/** Keys ticked in a list that is shown whole. */
export function TickedField({ control, view }: { readonly control: ControlOf<'ticked'>; readonly view: FormView }) {
  const { name, widget, chosen } = control
  const every = widget.every === undefined ? [] : [{ value: widget.every, label: nameOfEvery(widget.every), also: '' }]
  return (
    <Several control={control} view={view}>
      <Ticks
        name={name}
        id={fieldId(name)}
        options={inOrder([...every, ...listed(view, widget.names)], chosen, view.listsAll)}
        chosen={chosen}
        words={{ filter: say('forms.picker.filter'), none: say('forms.picker.none') }}
      />
      {!view.listsAll && (
        <Picks name={name} names={widget.names} chosen={[]} view={view} label={labelOf(control.words, control.field)} />
      )}
    </Several>
  )
}

/** Keys looked for one by one: each has a field, and some are empty. */
export function PickedField({ control, view }: { readonly control: ControlOf<'picked'>; readonly view: FormView }) {
  return (
    <Several control={control} view={view}>
      <Picks
        name={control.name}
        names={control.widget.names}
        chosen={control.chosen}
        view={view}
        label={labelOf(control.words, control.field)}
      />
    </Several>
  )
}

/** A word that stands for all, or the keys of those that are meant. */
export function EveryOrField({ control, view }: { readonly control: ControlOf<'every-or'>; readonly view: FormView }) {
  const { name, widget, every, chosen } = control
  const label = labelOf(control.words, control.field)
  return (
    <Several control={control} view={view}>
      <select
        name={`${name}.every`}
        className="field"
        defaultValue={every}
        aria-label={say('forms.everyOr', { label })}
      >
        <option value="">{say('forms.listed')}</option>
        {widget.words.map((word) => (
          <option key={word} value={word}>
            {wordForAll(word)}
          </option>
        ))}
      </select>
      <Picks name={name} names={widget.names} chosen={chosen} view={view} label={label} />
    </Several>
  )
}

function wordForAll(word: string): string {
  return word === 'all' || word === 'all-rare-earths' ? say(`forms.everyWord.${word}`) : word
}

function Picks({
  name,
  names,
  chosen,
  view,
  label,
}: {
  readonly name: string
  readonly names: Named | undefined
  readonly chosen: readonly string[]
  readonly view: FormView
  readonly label: string
}) {
  const called = new Map(listed(view, names).map((option) => [option.value, calledIn(option)]))
  const fields = [...chosen, ...Array.from({ length: SPARE }, () => '')]
  return (
    <ul className="picks">
      {fields.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list of fields has no other order than this one
        <li key={`${name} ${index}`}>
          <KeyInput
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`}
            name={name}
            value={value}
            list={listId(names)}
            called={called.get(value) ?? ''}
            words={pickerWords(view.listsAll)}
            label={say('forms.picker.one', { label, number: index + 1 })}
          />
        </li>
      ))}
    </ul>
  )
}

/** A group of fields of one name, with its label as the legend. */
function Several({
  control: { type, name, words, field },
  view,
  children,
}: {
  readonly control: ControlOf<'ticked' | 'picked' | 'every-or'>
  readonly view: FormView
  readonly children: ReactNode
}) {
  const problem = problemWith(view, name)
  const hint = hintOf(words, field)
  return (
    <fieldset className="form-field several" data-type={type} data-wrong={problem === undefined ? undefined : ''}>
      <legend>{labelOf(words, field)}</legend>
      {hint !== null && <Hint>{hint}</Hint>}
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      {/* Says that the field was shown, so that none chosen is read as none. */}
      <input type="hidden" name={name} value="" />
      {children}
    </fieldset>
  )
}

function listed(view: FormView, names: Named | undefined): readonly Option[] {
  return names === undefined ? [] : (view.lists[names] ?? [])
}

/** What is chosen first, in the order in which the record names it: that order is the record's own. */
function inOrder(options: readonly Option[], chosen: readonly string[], listsAll: boolean): readonly Option[] {
  const unknown = (key: string): Option => ({
    value: key,
    label: listsAll ? say('forms.picker.unknown', { key }) : key,
    also: '',
  })
  const first = chosen.map((key) => options.find(({ value }) => value === key) ?? unknown(key))
  return [...first, ...options.filter(({ value }) => !chosen.includes(value))]
}
