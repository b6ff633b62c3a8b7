import type { ReactNode } from 'react'
import { ProblemTable } from '@/components/admin/transfer/problem-table'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { formAddress } from '@/components/admin/ui/form-address'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import type { DryRun, ImportCount } from '@/lib/contract/edit/dry-run'
import { say } from '@/lib/contract/words/catalogue'

/** What an import would change, file by file; then what stops it, or what follows from it and the form for a draft. */
export function DryRunView({
  run,
  changes,
  makeDraft,
  children,
}: {
  readonly run: DryRun
  readonly changes: number
  readonly makeDraft: Act
  /** The rules and the consequences: they may take a moment, and the form does not wait for them. */
  readonly children: ReactNode
}) {
  const counts = run.problemCount === 0 ? say('transfer.run.counts') : say('transfer.run.countsOfRest')
  return (
    <>
      <p className="lede">{say('transfer.run.lead', { files: run.uploads.join(', '), base: run.base })}</p>
      <p>
        <a href="/admin/import" className="tall-link">
          {say('transfer.run.again')}
        </a>
      </p>
      {run.problemCount > 0 && (
        <Section id="problems" title={say('transfer.run.problems', { count: run.problemCount })}>
          <ProblemTable problems={run.problems} count={run.problemCount} />
        </Section>
      )}
      {run.counts.length > 0 && (
        <Section id="counts" title={counts}>
          <Counts name={counts} counts={run.counts} />
        </Section>
      )}
      {run.problemCount === 0 && changes === 0 && <p>{say('transfer.run.nothing')}</p>}
      {changes > 0 && (
        <>
          <Section id="draft" title={say('transfer.run.draft')}>
            <p>{say('transfer.run.draftLead')}</p>
            <DraftOfRun run={run.id} makeDraft={makeDraft} />
          </Section>
          {children}
        </>
      )}
    </>
  )
}

/** Makes a draft of a run. It is also the answer to who sent it when the session had ended. */
export function DraftOfRun({ run, makeDraft }: { readonly run: string; readonly makeDraft: Act }) {
  return (
    <ActForm
      name="draft"
      action={makeDraft}
      address={formAddress(`/admin/import/${run}`, { judged: 'now' })}
      fields={[
        { as: 'line', name: 'title', label: say('transfer.run.titleField'), value: '' },
        {
          as: 'text',
          name: 'reason',
          label: say('transfer.run.reason'),
          hint: say('transfer.run.reasonHint'),
          value: '',
        },
      ]}
      problemsTitle={say('transfer.run.draftProblems')}
      submit={say('transfer.run.submit')}
      main
    />
  )
}

const COLUMNS = ['added', 'changed', 'retired', 'same', 'left'] as const

function Counts({ name, counts }: { readonly name: string; readonly counts: readonly ImportCount[] }) {
  return (
    <ScrollRegion name={say('transfer.table', { name })}>
      <table className="plain">
        <caption className="hidden-text">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('transfer.run.file')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="num">
                {say(`transfer.run.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.file}>
              <th scope="row">{say(`transfer.file.${count.file}`)}</th>
              {COLUMNS.map((column) => (
                <td key={column} className="num">
                  {count[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
