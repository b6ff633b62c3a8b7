import { nameOfEntry } from '@/components/admin/draft/entry-name'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { Instant } from '@/components/marks/instant'
import type { EntryProblem, EntryStanding } from '@/lib/contract/edit/standing'
import { sayDifferences } from '@/lib/contract/history/difference-words'
import { labelOf } from '@/lib/contract/history/field-label'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import type { Kind } from '@/lib/ledger/change'

/** More sentences than this are folded away: a new record says a great deal. */
const AT_ONCE = 8

/** One record as the draft would have it: what it is, how it differs from what stands, what is wrong with it. */
export function EntryItem({
  standing,
  base,
  nameOf,
  edit,
  remove,
}: {
  readonly standing: EntryStanding
  readonly base: number
  readonly nameOf: NameOf
  readonly edit: string | null
  readonly remove: Act | null
}) {
  const { entry, problems, moved } = standing
  const name = nameOfEntry(standing, nameOf)
  return (
    <li id={`entry-${entry.id}`}>
      <h3>
        <span className="number">
          {say(`drafts.kindOfRecord.${entry.kind}`)}{' '}
          <span className="tag">{say(`drafts.entries.${doingOf(standing)}`)}</span>
        </span>
        {name}
      </h3>
      <p className="small soft">
        <span className="code">{entry.key}</span> · {entry.changedBy.name}, <Instant at={entry.changedAt} />
      </p>
      {moved && <p className="notice">{say('drafts.entries.movedToo', { base })}</p>}
      <Problems kind={entry.kind} problems={problems} edit={edit} />
      <Says standing={standing} nameOf={nameOf} />
      {(edit !== null || remove !== null) && (
        <div className="actions entry-acts">
          {edit !== null && entry.does.what === 'record' && (
            <a href={edit} className="tall-link" aria-label={say('drafts.entries.editOne', { name })}>
              {say('drafts.entries.edit')}
            </a>
          )}
          {remove !== null && (
            <ActForm
              name={`remove-${entry.id}`}
              action={remove}
              problemsTitle={say('drafts.problems')}
              submit={say('drafts.entries.remove')}
              about={say('drafts.entries.removeOne', { name })}
            />
          )}
        </div>
      )}
    </li>
  )
}

function doingOf({ entry, before, change }: EntryStanding): 'new' | 'changed' | 'retired' | 'same' {
  if (entry.does.what === 'retire') return 'retired'
  if (before === null) return 'new'
  return change === null ? 'same' : 'changed'
}

function Problems({
  kind,
  problems,
  edit,
}: {
  readonly kind: Kind
  readonly problems: readonly EntryProblem[]
  readonly edit: string | null
}) {
  if (problems.length === 0) return null
  return (
    <div className="notice" data-tone="alarm">
      <p>
        {edit === null ? (
          say('drafts.entries.problems', { count: problems.length })
        ) : (
          <a href={edit} className="tall-link">
            {say('drafts.entries.problems', { count: problems.length })}
          </a>
        )}
      </p>
      <ul>
        {problems.map(({ field, what }) => (
          <li key={`${field} ${what}`}>
            {field === null ? what : say('drafts.entries.problem', { field: fieldInWords(kind, field), what })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A path like `asserts[0].materials` by the label of the field it leads into. */
function fieldInWords(kind: Kind, path: string): string {
  const [first = path, ...rest] = path.split(/[.[]/)
  const label = labelOf(kind, first)
  return rest.length === 0 ? label : `${label} (${path})`
}

/** How it differs from what stands at the base, in sentences. */
function Says({ standing: { entry, before }, nameOf }: { readonly standing: EntryStanding; readonly nameOf: NameOf }) {
  if (entry.does.what === 'retire') {
    const { why, replacedBy } = entry.does.retirement
    return (
      <p>
        {say('drafts.entries.retires', { why })}{' '}
        {replacedBy !== null && say('drafts.entries.replacedBy', { key: replacedBy })}
      </p>
    )
  }
  const sentences = sayDifferences(entry.kind, before, entry.does.printed, nameOf)
  const [shown, folded] = before === null ? [sentences.slice(0, 4), sentences.slice(4)] : [sentences, []]
  const open = folded.length > 0 && sentences.length <= AT_ONCE
  return (
    <>
      <Sentences sentences={open ? sentences : shown} />
      {folded.length > 0 && !open && (
        <details>
          <summary>{say('drafts.entries.more', { count: folded.length })}</summary>
          <Sentences sentences={folded} />
        </details>
      )}
    </>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="diff">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
