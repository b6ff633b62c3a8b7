import { nameOfEntry } from '@/components/admin/draft/entry-name'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { entryAddress } from '@/components/admin/ui/addresses'
import { sayBroken } from '@/lib/contract/edit/broken'
import type { EntryStanding, JudgedRule, Standing } from '@/lib/contract/edit/standing'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

type Acts = {
  /** Who looks may confirm, or also override; nobody else's buttons are shown. */
  readonly may: 'read' | 'confirm' | 'override'
  readonly confirm: (broken: JudgedRule) => Act
  readonly override: (broken: JudgedRule) => Act
}

/** Every rule that the draft breaks, in the rule's own sentence, with what settles it. */
export function RuleList({
  draft,
  standing,
  nameOf,
  acts,
}: {
  readonly draft: string
  readonly standing: Standing
  readonly nameOf: NameOf
  readonly acts: Acts
}) {
  if (standing.broken.length === 0) return <p>{say('drafts.rules.none')}</p>
  const open = standing.broken.filter((broken) => broken.open).length
  return (
    <>
      <p>{say('drafts.rules.lead', { open })}</p>
      <ol className="broken-rules">
        {standing.broken.map((broken) => (
          <Rule
            key={`${broken.rule} ${broken.kind} ${broken.key} ${broken.field}`}
            broken={broken}
            draft={draft}
            entry={standing.entries.find(({ entry }) => entry.kind === broken.kind && entry.key === broken.key) ?? null}
            nameOf={nameOf}
            acts={acts}
          />
        ))}
      </ol>
    </>
  )
}

function Rule({
  broken,
  draft,
  entry,
  nameOf,
  acts,
}: {
  readonly broken: JudgedRule
  readonly draft: string
  readonly entry: EntryStanding | null
  readonly nameOf: NameOf
  readonly acts: Acts
}) {
  const name = entry === null ? nameOf(broken.kind, broken.key) : nameOfEntry(entry, nameOf)
  return (
    <li data-open={broken.open ? '' : undefined}>
      <p>
        <span className="tag">{broken.rule}</span>{' '}
        {broken.open && <strong>{say(`drafts.rules.${toDo(broken)}`)}</strong>} {sayBroken(broken)}
      </p>
      <p className="small">
        {entry === null ? (
          name
        ) : (
          <a href={`${entryAddress(draft, entry.entry.id)}${anchorOf(broken.field)}`} className="tall-link">
            {say('drafts.rules.goTo', { name })}
          </a>
        )}
      </p>
      {broken.exception !== null && <Excepted exception={broken.exception} />}
      {broken.open && <Settle broken={broken} acts={acts} />}
    </li>
  )
}

function toDo({ settled }: JudgedRule): 'mend' | 'confirm' | 'override' {
  if (settled === 'must-mend') return 'mend'
  return settled === 'may-confirm' ? 'confirm' : 'override'
}

/** Forms name a field by its path. */
function anchorOf(field: string | null): string {
  return field === null ? '' : `#${field.split(/[.[]/)[0]}`
}

function Excepted({ exception }: { readonly exception: NonNullable<JudgedRule['exception']> }) {
  const { act, reason, by } = exception
  if (act === 'overridden') return <p className="soft">{say('drafts.rules.overridden', { name: by.name, reason })}</p>
  return (
    <p className="soft">
      {reason.trim() === ''
        ? say('drafts.rules.confirmed', { name: by.name })
        : say('drafts.rules.confirmedWhy', { name: by.name, reason })}
    </p>
  )
}

function Settle({ broken, acts }: { readonly broken: JudgedRule; readonly acts: Acts }) {
  if (broken.settled === 'must-mend') return null
  const confirms = broken.settled === 'may-confirm'
  if (acts.may === 'read') return confirms ? <p className="soft">{say('drafts.rules.onlyEditor')}</p> : null
  if (!confirms && acts.may === 'confirm') return <p className="soft">{say('drafts.rules.onlyReviewer')}</p>
  const name = `${confirms ? 'confirm' : 'override'}-${broken.rule}-${broken.kind}-${broken.key}`
  return (
    <ActForm
      name={name}
      action={confirms ? acts.confirm(broken) : acts.override(broken)}
      fields={[
        {
          as: 'line',
          name: 'reason',
          label: confirms ? say('drafts.rules.reasonConfirm') : say('drafts.rules.reason'),
          value: '',
        },
      ]}
      problemsTitle={say('drafts.problems')}
      submit={confirms ? say('drafts.rules.confirmDo') : say('drafts.rules.overrideDo')}
    />
  )
}
