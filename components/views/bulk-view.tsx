import { Instant } from '@/components/marks/instant'
import { PageShell } from '@/components/shell/page-shell'
import { Notice } from '@/components/ui/notice'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import { dataPath } from '@/lib/contract/data/address'
import { say } from '@/lib/contract/words/catalogue'

/** One file of the newest revision. */
type File = { readonly href: string; readonly bytes: number; readonly sha256: string }

/** What the page of the bulk data tells; `null` when the record could not be asked. */
export type BulkPage = {
  readonly revision: { readonly number: number; readonly recordedAt: string; readonly hash: string }
  readonly tables: readonly {
    readonly name: string
    readonly description: string
    readonly rows: number
    readonly csv: File
    readonly json: File
  }[]
} | null

/** The whole record for machines: what there is, on what terms, how to follow it and how to check it. */
export function BulkView({ page }: { readonly page: BulkPage }) {
  return (
    <PageShell frame={null}>
      <h1>{say('data.page.title')}</h1>
      <p className="lede">{say('data.page.lead')}</p>
      {page === null ? <Notice tone="alarm">{say('search.away')}</Notice> : <Files page={page} />}
      <Section id="revisions" title={say('data.page.revisions.title')}>
        <div className="prose">
          <p>
            <Path href={dataPath({ what: 'revisions' })} /> {say('data.page.revisions.lines')}
          </p>
          <p>
            <Path href={dataPath({ what: 'delta-index' })} /> {say('data.page.revisions.deltas')}
          </p>
          <ul>
            <li>{say('data.page.revisions.add')}</li>
            <li>{say('data.page.revisions.change')}</li>
            <li>{say('data.page.revisions.retire')}</li>
          </ul>
        </div>
      </Section>
      <Section id="check" title={say('data.page.check.title')}>
        <div className="prose">
          <p>{say('data.page.check.files')}</p>
          <p>{say('data.page.check.chain')}</p>
        </div>
      </Section>
      <Section id="licence" title={say('data.page.licence.title')}>
        <p className="prose">{say('data.page.licence.text')}</p>
      </Section>
    </PageShell>
  )
}

function Files({ page: { revision, tables } }: { readonly page: NonNullable<BulkPage> }) {
  const description = dataPath({ what: 'package', revision: revision.number })
  return (
    <Section id="files" title={say('data.page.files.title', { revision: revision.number })}>
      <div className="prose">
        <p>
          {say('data.page.files.recorded')} <Instant at={revision.recordedAt} />. <Path href={description} />{' '}
          {say('data.page.files.package')}
        </p>
        <p>{say('data.page.files.newest', { address: dataPath({ what: 'package', revision: null }) })}</p>
      </div>
      <ScrollRegion name={say('data.page.files.region')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say('data.page.head.table')}</th>
              <th scope="col">{say('data.page.head.holds')}</th>
              <th scope="col" className="num">
                {say('data.page.head.rows')}
              </th>
              <th scope="col">{say('data.page.head.files')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ name, description: holds, rows, csv, json }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{holds}</td>
                <td className="num">{rows}</td>
                <td>
                  <FileLine word={say('data.page.csv')} file={csv} />
                  <FileLine word={say('data.page.json')} file={json} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  )
}

function FileLine({ word, file: { href, bytes, sha256 } }: { readonly word: string; readonly file: File }) {
  return (
    <div className="small">
      <a href={href}>{word}</a> {say('data.page.bytes', { bytes })} <span className="code soft address">{sha256}</span>
    </div>
  )
}

function Path({ href }: { readonly href: string }) {
  return (
    <a href={href} className="address code">
      {href}
    </a>
  )
}
