import { FrozenShown } from '@/components/impact/frozen-shown'
import { GoesOut } from '@/components/impact/goes-out'
import { ImpactView } from '@/components/impact/impact-view'
import { Notice } from '@/components/ui/notice'
import type { Person } from '@/lib/auth/person'
import type { Draft } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'
import { namesOfDraft } from '@/lib/editing/names'
import { previewDraft } from '@/lib/editing/preview'

/** What publishing the draft would do. `fingerprint` is that of the page around it: another is told. */
export async function Consequences({
  person,
  draft,
  fingerprint,
}: {
  readonly person: Person
  readonly draft: Draft
  readonly fingerprint: string | null
}) {
  const preview = await previewDraft(person, draft.id)
  if (preview === null) return null
  const nameOf = await namesOfDraft(person, preview)
  const unfinished = preview.entries.some(({ problems }) => problems.length > 0)
  return (
    <>
      {fingerprint !== null && preview.fingerprint !== fingerprint && (
        <Notice tone="alarm">{say('drafts.consequences.stale')}</Notice>
      )}
      {preview.void && (
        <Notice tone="unclear">{say('drafts.consequences.void', { head: preview.head, base: preview.base })}</Notice>
      )}
      {unfinished && <Notice>{say('drafts.consequences.unfinished')}</Notice>}
      {preview.impact === null ? (
        <p>{say('drafts.consequences.broken')}</p>
      ) : (
        <>
          <ImpactView impact={preview.impact} nameOf={nameOf} />
          {preview.outgoing !== null && <GoesOut outgoing={preview.outgoing} nameOf={nameOf} />}
          {preview.frozen !== null && <FrozenShown frozen={preview.frozen} />}
        </>
      )}
    </>
  )
}
