import { ControlField } from '@/components/admin/form/control-field'
import type { FormView } from '@/components/admin/form/control-props'
import type { Control } from '@/lib/contract/edit/form/control'
import { shownFor } from '@/lib/contract/edit/form/reach'
import type { Kind } from '@/lib/ledger/change'

/**
 * The fields of a record. Those of a provision that its effect has no use for are hidden by the style sheet as long as
 * they say nothing, so that the effect can be changed with and without scripts.
 */
export function RecordFields({
  kind,
  controls,
  view,
}: {
  readonly kind: Kind
  readonly controls: readonly Control[]
  readonly view: FormView
}) {
  return (
    <div className="record-fields" data-kind={kind}>
      {controls.map((control) => {
        const effects = shownFor(kind, control.field)
        const isKept = control.said || view.problems.some(({ name }) => name === control.name)
        return (
          <div
            key={control.name}
            className="record-field"
            data-field={control.field}
            data-for={effects?.join(' ')}
            data-kept={isKept ? '' : undefined}
          >
            <ControlField control={control} view={view} />
          </div>
        )
      })}
    </div>
  )
}
