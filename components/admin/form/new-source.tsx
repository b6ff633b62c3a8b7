import { ControlField } from '@/components/admin/form/control-field'
import type { FormView } from '@/components/admin/form/control-props'
import { blankRecord } from '@/lib/contract/edit/form/blank'
import { type Control, controlsOf } from '@/lib/contract/edit/form/control'
import { NEW_CITATION, NEW_SOURCE, NEW_SOURCE_ENTRY } from '@/lib/contract/edit/form/meta'
import { say } from '@/lib/contract/words/catalogue'

/**
 * The fields of a source inside the form of what cites it, so that nobody leaves a half-written clause to add one. It is
 * saved as an entry of its own, under an id made with the form: a form posted twice brings one source.
 */
export function NewSource({ entry, view }: { readonly entry: string; readonly view: FormView }) {
  const source = controlsOf('source', blankRecord('source')).map((control) => under(NEW_SOURCE, control))
  const [row] = controlsOf('regime', blankRecord('regime'), 1).flatMap((control) =>
    control.type === 'rows' ? control.spare : [],
  )
  const citation = (row?.controls ?? []).filter(({ field }) => field !== 'source')
  return (
    <details className="new-source">
      <summary>{say('forms.source.title')}</summary>
      <p className="field-hint">{say('forms.source.lead')}</p>
      <input type="hidden" name={NEW_SOURCE_ENTRY} value={entry} />
      <div className="record-fields" data-kind="source">
        {source.map((control) => (
          <div key={control.name} className="record-field" data-field={control.field}>
            <ControlField control={control} view={view} />
          </div>
        ))}
      </div>
      <fieldset className="group" data-words="citation">
        <legend>{say('forms.source.citation')}</legend>
        {citation.map((control) => (
          <div key={control.name} data-field={control.field}>
            <ControlField control={renamed(control)} view={view} />
          </div>
        ))}
      </fieldset>
    </details>
  )
}

/** The same field under a name of its own: `sources.0.locator` becomes `_citation.locator`. */
function renamed(control: Control): Control {
  const name = control.name.replace(/^sources\.\d+\./, NEW_CITATION)
  if (control.type !== 'group') return { ...control, name }
  return { ...control, name, controls: control.controls.map(renamed) }
}

function under(prefix: string, control: Control): Control {
  return { ...control, name: prefix + control.name }
}
