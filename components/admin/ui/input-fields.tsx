import { Field } from '@/components/admin/ui/field'
import type { FieldSpec } from '@/components/admin/ui/plain-form.client'

/** Fields of one line each inside a form of somebody else. One whose value changes is a new field with that value. */
export function InputFields({ id, fields }: { readonly id: string; readonly fields: readonly FieldSpec[] }) {
  return fields.map(({ name, label, hint, type = 'text', autoComplete, inputMode, value = '' }) => (
    <Field key={`${name} ${value}`} id={`${id}-${name}`} label={label} hint={hint}>
      {(props) => (
        <input
          {...props}
          name={name}
          type={type}
          className="field"
          autoComplete={autoComplete}
          inputMode={inputMode}
          defaultValue={value}
        />
      )}
    </Field>
  ))
}
