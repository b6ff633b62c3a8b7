import { Field, Hint } from '@/components/admin/ui/field'
import { Problems } from '@/components/admin/ui/problems.client'
import { say } from '@/lib/contract/words/catalogue'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'

/** Files for a dry run. It posts to a route of its own: what stopped it stands in the address it leads back to. */
export function ImportForm({
  problem,
  kind,
  megabytes,
}: {
  readonly problem: string | null
  readonly kind: string
  readonly megabytes: number
}) {
  return (
    <form className="form" method="post" action="/admin/import/upload" encType="multipart/form-data">
      {problem !== null && (
        <Problems
          id="problems"
          title={say('transfer.import.problems')}
          problems={[{ field: null, say: problem }]}
          prefix=""
          news={problem}
        />
      )}
      <Field id="files" label={say('transfer.import.files')} hint={say('transfer.import.filesHint', { megabytes })}>
        {(props) => (
          <input
            {...props}
            type="file"
            name="files"
            multiple
            className="field"
            accept=".json,.csv,application/json,text/csv"
          />
        )}
      </Field>
      <Field id="kind" label={say('transfer.import.kind')}>
        {(props) => (
          <select {...props} name="kind" className="field" defaultValue={kind === '' ? 'addition' : kind}>
            {REVISION_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`pages.changes.kinds.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="form-field">
        <p className="check-line">
          <input type="checkbox" id="retire" name="retire" value="missing" aria-describedby="retire-hint" />
          <label htmlFor="retire">{say('transfer.import.retire')}</label>
        </p>
        <Hint id="retire-hint">{say('transfer.import.retireHint')}</Hint>
      </div>
      <Field id="why" label={say('transfer.import.why')} hint={say('transfer.import.whyHint')}>
        {(props) => <input {...props} name="why" className="field" />}
      </Field>
      <p className="actions">
        <button type="submit" className="button" data-main="">
          {say('transfer.import.submit')}
        </button>
      </p>
    </form>
  )
}
