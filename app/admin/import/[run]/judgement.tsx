import { RunRules } from '@/components/admin/transfer/run-rules'
import { FrozenShown } from '@/components/impact/frozen-shown'
import { GoesOut } from '@/components/impact/goes-out'
import { ImpactView } from '@/components/impact/impact-view'
import { Section } from '@/components/ui/section'
import type { Editor } from '@/lib/auth/person'
import type { DryRun } from '@/lib/contract/edit/dry-run'
import { say } from '@/lib/contract/words/catalogue'
import { previewDryRun } from '@/lib/editing/import-preview'
import { namesOfDraft } from '@/lib/editing/names'

/** The rules that a dry run would break, and what publishing it would do. */
export async function Judgement({ editor, run }: { readonly editor: Editor; readonly run: DryRun }) {
  const preview = await previewDryRun(editor, run.id)
  if (preview === null) return null
  const nameOf = await namesOfDraft(editor, preview)
  return (
    <>
      <Section id="rules" title={say('transfer.run.rules')}>
        <RunRules kind={run.kind} broken={preview.broken} />
      </Section>
      <Section id="consequences" title={say('transfer.run.consequences')}>
        {preview.impact === null ? (
          <p>{say('transfer.run.notComputed')}</p>
        ) : (
          <>
            <ImpactView impact={preview.impact} nameOf={nameOf} />
            {preview.outgoing !== null && <GoesOut outgoing={preview.outgoing} nameOf={nameOf} />}
            {preview.frozen !== null && <FrozenShown frozen={preview.frozen} />}
          </>
        )}
      </Section>
    </>
  )
}
