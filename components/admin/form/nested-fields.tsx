import type { ReactNode } from 'react'
import { type FormView, fieldId, problemWith } from '@/components/admin/form/control-props'
import { RowList } from '@/components/admin/form/row-list.client'
import type { Control, ControlOf, ControlRow } from '@/lib/contract/edit/form/control'
import { hintOf, labelOf } from '@/lib/contract/edit/form/problems'
import { say } from '@/lib/contract/words/catalogue'

/** What shows one field; given, because a group holds fields that may be groups. */
type FieldOf = (props: { readonly control: Control; readonly view: FormView }) => ReactNode

/** Fields that belong together. */
export function GroupField({
  control,
  view,
  field: One,
}: {
  readonly control: ControlOf<'group'>
  readonly view: FormView
  readonly field: FieldOf
}) {
  const { name, words, field, widget } = control
  const problem = problemWith(view, name)
  return (
    <fieldset
      className="group"
      data-words={widget.words}
      id={fieldId(name)}
      data-wrong={problem === undefined ? undefined : ''}
    >
      <legend>{labelOf(words, field)}</legend>
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      {control.controls.map((inside) => (
        <div key={inside.name} data-field={inside.field}>
          <One control={inside} view={view} />
        </div>
      ))}
    </fieldset>
  )
}

/** A list written row by row: the rows that are filled, and empty ones at hand. */
export function RowsField({
  control,
  view,
  field: One,
}: {
  readonly control: ControlOf<'rows'>
  readonly view: FormView
  readonly field: FieldOf
}) {
  const { name, words, field, widget } = control
  const label = labelOf(words, field)
  const problem = problemWith(view, name)
  const hint = hintOf(words, field)
  const shown = (row: ControlRow, index: number) => ({
    id: row.id,
    remove: say('forms.act.removeRow', { number: index + 1, list: label }),
    number: say('forms.row', { number: index + 1 }),
    fields: row.controls.map((inside) => (
      <div key={inside.name} data-field={inside.field}>
        <One control={inside} view={view} />
      </div>
    )),
  })
  return (
    <fieldset
      className="rows"
      id={fieldId(name)}
      tabIndex={-1}
      data-words={widget.words}
      data-wrong={problem === undefined ? undefined : ''}
    >
      <legend>{label}</legend>
      {hint !== null && <p className="field-hint">{hint}</p>}
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      <RowList
        name={name}
        rows={control.rows.map(shown)}
        spare={control.spare.map((row, index) => shown(row, control.rows.length + index))}
        ready={view.more === name ? 3 : control.rows.length === 0 ? 1 : 0}
        words={{
          add: say('forms.act.add', { list: label }),
          remove: say('forms.act.remove'),
          undo: say('forms.act.undo'),
          removed: say('forms.act.removed'),
        }}
      />
    </fieldset>
  )
}
