import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ConfirmView } from '@/components/admin/verify/confirm-view'
import { FrozenShown } from '@/components/impact/frozen-shown'
import { GoesOut } from '@/components/impact/goes-out'
import { ImpactView } from '@/components/impact/impact-view'
import { requireEditor } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { openedDraft } from '@/lib/editing/drafts'
import { namesOfDraft } from '@/lib/editing/names'
import { previewDraft } from '@/lib/editing/preview'
import { publishLook } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('verify.confirm.title') }

/** A look and all that follows from it, before it is published. Awaited whole: what is confirmed must have been seen. */
export default async function ConfirmPage({ params }: PageProps<'/admin/verify/confirm/[draft]'>) {
  const editor = await requireEditor()
  const { draft: id } = await params
  const opened = await openedDraft(editor, id)
  const preview = await previewDraft(editor, id)
  if (opened === null || preview === null) notFound()
  const nameOf = await namesOfDraft(editor, preview)

  const { draft } = opened
  const waits = draft.kind === 'verification' && draft.revision === null && draft.state !== 'abandoned'
  return (
    <AdminMain title={say('verify.confirm.title')} trail={[{ label: say('verify.title'), href: '/admin/verify' }]}>
      {waits ? (
        <ConfirmView
          draft={draft.id}
          reason={draft.reason}
          entries={preview.entries}
          publish={publishLook.bind(null, draft.id, preview.fingerprint)}
        >
          {preview.impact === null ? (
            <p>{say('drafts.consequences.broken')}</p>
          ) : (
            <>
              <ImpactView impact={preview.impact} nameOf={nameOf} />
              {preview.outgoing !== null && <GoesOut outgoing={preview.outgoing} nameOf={nameOf} />}
              {preview.frozen !== null && <FrozenShown frozen={preview.frozen} />}
            </>
          )}
        </ConfirmView>
      ) : (
        <p className="lede">
          {say('verify.confirm.gone')} <a href={`/admin/drafts/${draft.id}`}>{say('verify.confirm.draft')}</a>
        </p>
      )}
    </AdminMain>
  )
}
