import { Field } from '@/components/admin/ui/field'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import { exportName } from '@/lib/contract/edit/export-name'
import type { FileName } from '@/lib/contract/record/files'
import { say } from '@/lib/contract/words/catalogue'

/** The files of the record at a revision, each as JSON and as a table, and all of them in one. */
export function ExportView({
  revision,
  newest,
  asked,
  files,
}: {
  readonly revision: number | null
  readonly newest: number | null
  /** The revision as it was typed. */
  readonly asked: string
  readonly files: readonly { readonly file: FileName; readonly records: number }[] | null
}) {
  const missing =
    files === null && asked !== ''
      ? say('transfer.export.noRevision', { asked: asked.slice(0, 40), newest: newest ?? 0 })
      : undefined
  return (
    <>
      <p className="lede">{say('transfer.export.lead')}</p>
      <form className="form" action="/admin/export">
        <Field
          id="rev"
          label={say('transfer.export.revision')}
          hint={say('transfer.export.revisionHint', { newest: newest ?? 0 })}
          problem={missing}
        >
          {(props) => (
            <input
              {...props}
              name="rev"
              inputMode="numeric"
              className="field"
              data-short=""
              defaultValue={asked === '' ? (newest ?? '') : asked}
            />
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="button">
            {say('transfer.export.show')}
          </button>
        </p>
      </form>
      {files !== null && revision !== null && <Files revision={revision} files={files} />}
    </>
  )
}

function Files({
  revision,
  files,
}: {
  readonly revision: number
  readonly files: readonly { readonly file: FileName; readonly records: number }[]
}) {
  const whole = exportName({ file: 'record', format: 'json', revision })
  const title = say('transfer.export.files', { revision })
  return (
    <Section id="files" title={title}>
      <p>
        {/* Downloads, not pages: the router must not fetch them. */}
        <a href={`/admin/export/${whole}`} className="tall-link" download={whole}>
          {whole}
        </a>{' '}
        <span className="soft">{say('transfer.export.whole')}</span>
      </p>
      <ScrollRegion name={say('transfer.table', { name: title })}>
        <table className="plain">
          <caption className="hidden-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('transfer.export.file')}</th>
              <th scope="col" className="num">
                {say('transfer.export.records')}
              </th>
              <th scope="col">{say('transfer.export.json')}</th>
              <th scope="col">{say('transfer.export.csv')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ file, records }) => (
              <tr key={file}>
                <th scope="row">{say(`transfer.file.${file}`)}</th>
                <td className="num">{records}</td>
                {(['json', 'csv'] as const).map((format) => {
                  const name = exportName({ file, format, revision })
                  return (
                    <td key={format}>
                      <a href={`/admin/export/${name}`} className="tall-link" download={name}>
                        {name}
                      </a>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="soft">{say('transfer.export.format')}</p>
    </Section>
  )
}
