import type { FormView } from '@/components/admin/form/control-props'
import { EveryOrField, PickedField, TickedField } from '@/components/admin/form/key-fields'
import { GroupField, RowsField } from '@/components/admin/form/nested-fields'
import { ChoiceField, LinesField, TextField, YesNoField } from '@/components/admin/form/plain-fields'
import type { Control } from '@/lib/contract/edit/form/control'

/** One field of a form, whatever it is written with. */
export function ControlField({ control, view }: { readonly control: Control; readonly view: FormView }) {
  switch (control.type) {
    case 'text':
      return <TextField control={control} view={view} />
    case 'lines':
      return <LinesField control={control} view={view} />
    case 'choice':
      return <ChoiceField control={control} view={view} />
    case 'yes-no':
      return <YesNoField control={control} view={view} />
    case 'ticked':
      return <TickedField control={control} view={view} />
    case 'picked':
      return <PickedField control={control} view={view} />
    case 'every-or':
      return <EveryOrField control={control} view={view} />
    case 'group':
      return <GroupField control={control} view={view} field={ControlField} />
    case 'rows':
      return <RowsField control={control} view={view} field={ControlField} />
  }
}
