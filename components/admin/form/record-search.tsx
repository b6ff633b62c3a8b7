import { newEntryAddress, recordsAddress, retireAddress } from '@/components/admin/ui/addresses'
import type { Option } from '@/lib/contract/edit/form/finding'
import { say } from '@/lib/contract/words/catalogue'
import { KINDS, type Kind } from '@/lib/ledger/change'

/** More of one kind are not listed at once, unless that kind was asked for. */
const LISTED = 20

type Group = { readonly kind: Kind; readonly options: readonly Option[] }

/** Finds a record to edit, copy or retire: a GET form, and what it found by kind. */
export function RecordSearch({
  draft,
  query,
  kind,
  groups,
  drafted,
}: {
  readonly draft: string
  readonly query: string
  readonly kind: Kind | null
  readonly groups: readonly Group[]
  /** The kind and key of every entry of the draft. */
  readonly drafted: ReadonlySet<string>
}) {
  return (
    <>
      <p className="lede">{say('forms.records.lead')}</p>
      <search>
        <form action={recordsAddress(draft)} className="row-form">
          <label htmlFor="q">{say('forms.records.find')}</label>
          <input id="q" name="q" type="search" className="field" defaultValue={query} />
          <label htmlFor="kind">{say('forms.records.kind')}</label>
          <select id="kind" name="kind" className="field" defaultValue={kind ?? ''}>
            <option value="">{say('forms.records.every')}</option>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`drafts.kindOfRecord.${one}`)}
              </option>
            ))}
          </select>
          <button type="submit" className="button">
            {say('forms.records.submit')}
          </button>
        </form>
      </search>
      {groups.length === 0 && <p role="status">{say('forms.records.count', { count: 0 })}</p>}
      {groups.map((group) => (
        <section key={group.kind} className="section" aria-labelledby={`of-${group.kind}`}>
          <h2 id={`of-${group.kind}`}>{say(`drafts.kindOfRecord.${group.kind}`)}</h2>
          <Found draft={draft} group={group} most={kind === null ? LISTED : group.options.length} drafted={drafted} />
        </section>
      ))}
    </>
  )
}

function Found({
  draft,
  group: { kind, options },
  most,
  drafted,
}: {
  readonly draft: string
  readonly group: Group
  readonly most: number
  readonly drafted: ReadonlySet<string>
}) {
  const count = options.length
  return (
    <>
      <p className="small soft">
        {count > most ? say('forms.records.first', { shown: most, count }) : say('forms.records.count', { count })}
      </p>
      <ul className="lines record-list">
        {options.slice(0, most).map(({ value, label, also }) => (
          <li key={value}>
            <div>
              {label} {also !== '' && <span className="soft">{also}</span>} <span className="code soft">{value}</span>{' '}
              {drafted.has(`${kind} ${value}`) && <span className="tag">{say('forms.records.inDraft')}</span>}
            </div>
            <div className="actions">
              <Act href={`${newEntryAddress(draft, kind)}?edit=${encodeURIComponent(value)}`} act="edit" name={label} />
              <Act href={`${newEntryAddress(draft, kind)}?from=${encodeURIComponent(value)}`} act="copy" name={label} />
              <Act href={retireAddress(draft, kind, value)} act="retire" name={label} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Act({
  href,
  act,
  name,
}: {
  readonly href: string
  readonly act: 'edit' | 'copy' | 'retire'
  readonly name: string
}) {
  return (
    <a href={href} className="tall-link" aria-label={say(`forms.records.${act}One`, { name })}>
      {say(`forms.records.${act}`)}
    </a>
  )
}
