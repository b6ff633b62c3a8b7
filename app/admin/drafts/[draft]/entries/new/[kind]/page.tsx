import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import '@/components/styles/entry-form.css'
import { editorOrSender } from '@/app/admin/sender'
import { EffectChoice } from '@/components/admin/form/effect-choice'
import { EntryFields } from '@/components/admin/form/entry-fields'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { draftAddress, entryAddress, newEntryAddress } from '@/components/admin/ui/addresses'
import type { Editor } from '@/lib/auth/person'
import { isKind } from '@/lib/contract/edit/form/meta'
import { isBeingWritten, readStart } from '@/lib/contract/edit/form/start'
import { say } from '@/lib/contract/words/catalogue'
import { draftToWrite, entryUnder, startOf } from '@/lib/editing/entry-form'
import type { Kind } from '@/lib/ledger/change'
import { ClosedForm, SenderForm, WrittenForm } from '../../written-form'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('forms.page.title') }

type Asked = { readonly [name: string]: string | string[] | undefined }

/**
 * The form of a new entry: empty, copied (`?from=cn-2025-70`), or of a record that stands (`?edit=cn-2025-70`). A new
 * provision first asks what it does (`?effect=extend`).
 */
export default async function NewEntryPage({
  params,
  searchParams,
}: PageProps<'/admin/drafts/[draft]/entries/new/[kind]'>) {
  const editor = await editorOrSender()
  const { draft, kind } = await params
  if (!isKind(kind)) notFound()
  const asked = await searchParams
  // Without scripts a form that could not be saved is answered here: it names its entry in the address.
  const entry = typeof asked['entry'] === 'string' ? asked['entry'] : crypto.randomUUID()
  if (editor === null) return <SenderForm written={{ draft, entry }} address={addressOf(draft, kind, entry)} />
  return <NewForm editor={editor} draft={draft} kind={kind} entry={entry} asked={asked} />
}

/** The page under the id of its entry, so that an answer without scripts goes on with the same one. */
function addressOf(draft: string, kind: Kind, entry: string): string {
  return `${newEntryAddress(draft, kind)}?entry=${entry}`
}

async function NewForm({
  editor,
  draft,
  kind,
  entry,
  asked,
}: {
  readonly editor: Editor
  readonly draft: string
  readonly kind: Kind
  readonly entry: string
  readonly asked: Asked
}) {
  const { start, preset } = readStart(kind, asked)
  const opened = await draftToWrite(editor, draft, start.from === 'nothing' ? [] : [{ kind, key: start.key }])
  if (opened === null) notFound()
  const drafted =
    start.from === 'record' ? entryUnder(opened, kind, start.key) : opened.entries.find(({ id }) => id === entry)
  if (drafted) redirect(entryAddress(draft, drafted.id) as Route)

  const printed = startOf(opened, kind, start)
  const trail = [
    { label: say('drafts.list.title'), href: '/admin/drafts' },
    { label: opened.draft.title, href: draftAddress(draft) },
  ]
  const title =
    start.from === 'record' ? say('forms.page.edit', { kind, key: start.key }) : say('forms.page.new', { kind })
  if (!isBeingWritten(opened.draft.state)) {
    return (
      <AdminMain title={title} trail={trail}>
        <ClosedForm draft={draft} />
      </AdminMain>
    )
  }
  if (kind === 'provision' && start.from === 'nothing' && preset['effect'] === undefined && !asked['entry']) {
    return (
      <AdminMain title={say('forms.page.effect')} trail={trail}>
        <EffectChoice draft={draft} />
      </AdminMain>
    )
  }
  return (
    <AdminMain title={title} trail={trail}>
      {start.from === 'copy' && <p className="notice">{say('forms.page.copied', { key: start.key })}</p>}
      {start.from === 'record' && <p className="notice">{say('forms.page.ofRecord')}</p>}
      {printed === null && start.from !== 'nothing' ? (
        <p className="notice">{say('forms.page.notFound', { key: start.key })}</p>
      ) : (
        <WrittenForm written={{ draft, entry }} address={addressOf(draft, kind, entry)} version={null}>
          <EntryFields
            kind={kind}
            printed={{ ...printed, ...preset }}
            listed={opened.listed}
            listsAll={opened.listsAll}
            problems={[]}
            more={null}
            sourceEntry={crypto.randomUUID()}
          />
        </WrittenForm>
      )}
    </AdminMain>
  )
}
