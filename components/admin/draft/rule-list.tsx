import { nameOfEntry } from '@/components/admin/draft/entry-name'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act, ActField } from '@/components/admin/ui/act-state'
import { entryAddress } from '@/components/admin/ui/addresses'
import { sayRule, sayWhere } from '@/lib/contract/edit/broken'
import type { EntryStanding, JudgedRule, Standing } from '@/lib/contract/edit/standing'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { gathered } from '@/lib/ledger/gathered'

type Acts = {
  /** Who looks may confirm, or also override; nobody else's buttons are shown. */
  readonly may: 'read' | 'confirm' | 'override'
  readonly confirm: (broken: RuleOfRecord) => Act
  readonly override: (broken: RuleOfRecord) => Act
  /** Where a form posts to, by its name. */
  readonly addressOf: (form: string) => string
}

/** A rule, and the record that it stops at. */
export type RuleOfRecord = Pick<JudgedRule, 'kind' | 'key'> & { readonly rule: string }

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
  const together = gathered(standing.broken, ({ rule, kind, key }) => `${rule} ${kind} ${key}`)
  const open = together.filter(([broken]) => broken.open).length
  return (
    <>
      <p>{say('drafts.rules.lead', { open })}</p>
      <ol className="broken-rules">
        {together.map((alike) => (
          <Rule
            key={`${alike[0].rule} ${alike[0].kind} ${alike[0].key}`}
            alike={alike}
            draft={draft}
            entry={entryOf(standing, alike[0])}
            nameOf={nameOf}
            acts={acts}
          />
        ))}
      </ol>
    </>
  )
}

type Alike = readonly [JudgedRule, ...JudgedRule[]]

function entryOf({ entries }: Standing, { kind, key }: JudgedRule): EntryStanding | null {
  return entries.find(({ entry }) => entry.kind === kind && entry.key === key) ?? null
}

function Rule({
  alike,
  draft,
  entry,
  nameOf,
  acts,
}: {
  readonly alike: Alike
  readonly draft: string
  readonly entry: EntryStanding | null
  readonly nameOf: NameOf
  readonly acts: Acts
}) {
  const [broken] = alike
  const name = entry === null ? nameOf(broken.kind, broken.key) : nameOfEntry(entry, nameOf)
  return (
    <li data-open={broken.open ? '' : undefined}>
      <p>
        <span className="tag">{broken.rule}</span>{' '}
        {broken.open && (
          <>
            <strong>{say(`drafts.rules.${askedBy(broken)}`)}</strong>{' '}
          </>
        )}
        {sayRule(broken.rule)}
      </p>
      <ul className="diff">
        {[...new Set(alike.map(sayWhere))].map((where) => (
          <li key={where}>{where}</li>
        ))}
      </ul>
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

function askedBy({ settled }: JudgedRule): 'mend' | 'confirm' | 'override' {
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
      address={acts.addressOf(name)}
      fields={settleFields(confirms)}
      problemsTitle={say('drafts.problems')}
      submit={confirms ? say('drafts.rules.confirmDo') : say('drafts.rules.overrideDo')}
    />
  )
}

/** The reason that settles a rule. */
export function settleFields(confirms: boolean): readonly ActField[] {
  const label = confirms ? say('drafts.rules.reasonConfirm') : say('drafts.rules.reason')
  return [{ as: 'line', name: 'reason', label, value: '' }]
}
