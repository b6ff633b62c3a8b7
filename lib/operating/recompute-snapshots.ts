import { dayInBeijing } from '@/lib/contract/beijing'
import { direct } from '@/lib/contract/direction'
import type { Exhibit } from '@/lib/contract/exhibit'
import { snapshotsAfter } from '@/lib/db/sharing'
import { readExhibit } from '@/lib/reading/exhibit'
import { snapshotOf } from '@/lib/sharing/snapshots'
import { type JsonDifference, jsonDifferences } from './snapshot-differences'

/** What became of one snapshot under the rules and words of this release. */
export type Recomputed = { readonly id: string; readonly address: string } & (
  | { readonly reads: 'same' }
  | { readonly reads: 'otherwise'; readonly differences: readonly JsonDifference[] }
  /** It cannot be asked any more: why, by the names of the problems. */
  | { readonly reads: 'unanswered'; readonly why: string }
  /** It is not what was frozen, or this release cannot read it. */
  | { readonly reads: 'broken'; readonly why: string }
)

/** So many are held in memory at once. */
const PAGE = 50

/** Works every snapshot out again, the first first, and says which read otherwise. Nothing is ever written. */
export async function* recomputeSnapshots(): AsyncGenerator<Recomputed> {
  let page = await snapshotsAfter(null, PAGE)
  while (page.length > 0) {
    for (const { id, address } of page) yield { id, address, ...(await recomputed(id)) }
    page = await snapshotsAfter(page.at(-1) ?? null, PAGE)
  }
}

async function recomputed(id: string) {
  const snapshot = await snapshotOf(id)
  if (!snapshot.ok) return { reads: 'broken' as const, why: namesOf(snapshot.refusal) }
  const { payload } = snapshot.value
  const direction = direct(payload.address, new URLSearchParams())
  if (direction.go !== 'pinned') return { reads: 'unanswered' as const, why: `its address leads to ${direction.go}` }
  const now = await readExhibit(direction.coordinates, dayInBeijing(new Date(snapshot.value.madeAt)))
  if (!now.ok) return { reads: 'unanswered' as const, why: namesOf(now.refusal) }
  const differences = jsonDifferences(payload, now.value satisfies Exhibit)
  return differences.length === 0 ? { reads: 'same' as const } : { reads: 'otherwise' as const, differences }
}

function namesOf({ problems }: { readonly problems: readonly { readonly why: string }[] }): string {
  return problems.map(({ why }) => why).join(', ')
}
