import { EntryItem } from '@/components/admin/draft/entry-item'
import type { Act } from '@/components/admin/ui/act-state'
import { entryAddress, newEntryAddress } from '@/components/admin/ui/addresses'
import type { EntryStanding } from '@/lib/contract/edit/standing'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { KINDS } from '@/lib/ledger/change'
import { draftAddress } from '../ui/addresses'

/** What a draft would change, record by record; while it may be changed, with the ways to add, edit and take out. */
export function EntryList({
  draft,
  base,
  entries,
  nameOf,
  mayChange,
  remove,
}: {
  readonly draft: string
  readonly base: number
  readonly entries: readonly EntryStanding[]
  readonly nameOf: NameOf
  readonly mayChange: boolean
  /** The act that takes an entry out, by its id and version. */
  readonly remove: (entry: string, version: number) => Act
}) {
  return (
    <>
      {entries.length === 0 && <p>{say('drafts.entries.none')}</p>}
      <ol className="draft-entries">
        {entries.map((standing) => (
          <EntryItem
            key={standing.entry.id}
            standing={standing}
            base={base}
            nameOf={nameOf}
            edit={mayChange ? entryAddress(draft, standing.entry.id) : null}
            remove={mayChange ? remove(standing.entry.id, standing.entry.version) : null}
          />
        ))}
      </ol>
      {mayChange && <AddRecords draft={draft} />}
    </>
  )
}

/** A form for every kind of record, and the way to those that stand. */
function AddRecords({ draft }: { readonly draft: string }) {
  return (
    <nav aria-label={say('drafts.entries.add')} className="add-records">
      <p>
        <a href={`${draftAddress(draft)}/records`} className="tall-link">
          {say('drafts.entries.records')}
        </a>
      </p>
      <ul className="inline-list">
        {KINDS.map((kind) => (
          <li key={kind}>
            <a href={newEntryAddress(draft, kind)}>{say('drafts.entries.addKind', { kind })}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
