import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import '@/components/styles/entry-form.css'
import { editorOrSender } from '@/app/admin/sender'
import { EntryFields } from '@/components/admin/form/entry-fields'
import { inSummary, problemsOfEntry } from '@/components/admin/form/problem-list'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { draftAddress, entryAddress, retireAddress } from '@/components/admin/ui/addresses'
import { ErrorSummary } from '@/components/admin/ui/error-summary'
import type { Editor } from '@/lib/auth/person'
import { isBeingWritten } from '@/lib/contract/edit/form/start'
import { say } from '@/lib/contract/words/catalogue'
import { entryToWrite } from '@/lib/editing/entry-form'
import type { Written } from '@/lib/editing/save-form'
import { ClosedForm, SenderForm, WrittenForm } from '../written-form'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('forms.page.title') }

/** The form of an entry of a draft: `/admin/drafts/…/entries/…`. `?more=sources` opens a list with empty rows. */
export default async function EntryPage({ params, searchParams }: PageProps<'/admin/drafts/[draft]/entries/[entry]'>) {
  const editor = await editorOrSender()
  const { draft, entry } = await params
  if (editor === null) return <SenderForm written={{ draft, entry }} address={entryAddress(draft, entry)} />
  const { more, saved } = await searchParams
  return (
    <OpenedForm
      editor={editor}
      draft={draft}
      entry={entry}
      more={typeof more === 'string' ? more : null}
      isSaved={saved !== undefined}
    />
  )
}

async function OpenedForm({
  editor,
  draft,
  entry,
  more,
  isSaved,
}: {
  readonly editor: Editor
  readonly draft: string
  readonly entry: string
  readonly more: string | null
  readonly isSaved: boolean
}) {
  const opened = await entryToWrite(editor, draft, entry)
  if (opened === null) notFound()
  const { standing, listed } = opened
  const { kind, key, version, does } = standing.entry
  if (does.what === 'retire') redirect(retireAddress(draft, kind, key) as Route)

  const title = say('forms.page.edit', { kind, key })
  const problems = problemsOfEntry(standing, does.printed)
  const written: Written = { draft, entry }
  const trail = [
    { label: say('drafts.list.title'), href: '/admin/drafts' },
    { label: opened.draft.title, href: draftAddress(draft) },
  ]
  if (!isBeingWritten(opened.draft.state)) {
    return (
      <AdminMain title={title} trail={trail}>
        <ClosedForm draft={draft} />
      </AdminMain>
    )
  }
  return (
    <AdminMain title={title} trail={trail}>
      <WrittenForm written={written} address={entryAddress(draft, entry)} version={version}>
        {/* Inside the form: where it could not be saved, it shows that and not how it stood before. */}
        {isSaved && problems.length === 0 && (
          <p className="notice done" role="status">
            {say('forms.page.clean')}
          </p>
        )}
        <ErrorSummary problems={inSummary(problems)} />
        {problems.length > 0 && <p className="small soft">{say('forms.page.problems')}</p>}
        <EntryFields
          kind={kind}
          printed={does.printed}
          listed={listed}
          listsAll={opened.listsAll}
          problems={problems}
          more={more}
          sourceEntry={crypto.randomUUID()}
        />
      </WrittenForm>
    </AdminMain>
  )
}
