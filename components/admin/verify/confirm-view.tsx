import type { ReactNode } from 'react'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import type { EntryStanding } from '@/lib/contract/edit/standing'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { isLocalDate } from '@/lib/ledger/interval'

/** What a look says, instrument by instrument, what follows from it, and the button that publishes exactly that. */
export function ConfirmView({
  draft,
  reason,
  entries,
  publish,
  children,
}: {
  readonly draft: string
  readonly reason: string
  readonly entries: readonly EntryStanding[]
  readonly publish: Act
  readonly children: ReactNode
}) {
  return (
    <>
      <p className="lede">{say('verify.confirm.lead')}</p>
      <p>{reason}</p>
      <LookedTable entries={entries} />
      <Section id="consequences" title={say('verify.confirm.consequences')}>
        {children}
      </Section>
      <ActForm
        name="publish"
        action={publish}
        problemsTitle={say('verify.confirm.problems')}
        submit={say('verify.confirm.publish')}
        main
      />
      <p>
        <a href={`/admin/drafts/${draft}`} className="tall-link">
          {say('verify.confirm.draft')}
        </a>
      </p>
    </>
  )
}

function LookedTable({ entries }: { readonly entries: readonly EntryStanding[] }) {
  const columns = ['from', 'to', 'note'] as const
  return (
    <ScrollRegion name={say('verify.confirm.instrument')}>
      <table className="plain records">
        <caption className="hidden-text">{say('verify.confirm.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('verify.confirm.instrument')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`verify.confirm.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ entry, before }) => {
            const after = entry.does.what === 'record' ? entry.does.printed : {}
            const cells = {
              from: before?.['verifiedThrough'],
              to: after['verifiedThrough'],
              note: after['verificationNote'],
            }
            return (
              <tr key={entry.id}>
                <th scope="row">{String(after['number'] ?? after['titleEn'] ?? entry.key)}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <CellName>{say(`verify.confirm.${column}`)}</CellName>
                    <span className={column === 'note' ? 'keeps-lines' : undefined}>{inWords(cells[column])}</span>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Days as they were typed into the draft: what is none stays as it is. */
function inWords(value: unknown): string {
  const text = String(value ?? '')
  return isLocalDate(text) ? dayInWords(text) : text
}
