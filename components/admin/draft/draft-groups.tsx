import { type CountedDraft, DraftTable } from '@/components/admin/draft/draft-table'
import { Section } from '@/components/ui/section'
import type { DraftState } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'

/** What somebody has to do something about stands first. */
const ORDER = [
  'submitted',
  'approved',
  'changes-requested',
  'open',
  'published',
  'abandoned',
] as const satisfies readonly DraftState[]

/** All drafts, by where they stand. */
export function DraftGroups({ drafts }: { readonly drafts: readonly CountedDraft[] }) {
  if (drafts.length === 0) return <p>{say('drafts.list.none')}</p>
  return ORDER.map((state) => ({ state, own: drafts.filter((draft) => draft.state === state) }))
    .filter(({ own }) => own.length > 0)
    .map(({ state, own }) => (
      <Section
        key={state}
        id={`drafts-${state}`}
        title={say('drafts.list.group', { state: say(`drafts.state.${state}`), count: own.length })}
      >
        <DraftTable
          name={say('drafts.list.caption', { state: say(`drafts.state.${state}`), count: own.length })}
          drafts={own}
        />
      </Section>
    ))
}
