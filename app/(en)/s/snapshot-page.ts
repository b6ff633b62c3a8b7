import 'server-only'
import type { Drifted } from '@/components/snapshot/drifted'
import type { SnapshotPage } from '@/components/snapshot/snapshot-view'
import { citationText, citedAnswer } from '@/lib/contract/cited'
import { embedSnippets } from '@/lib/contract/embed-address'
import type { Exhibit, ShownInExhibit } from '@/lib/contract/exhibit'
import type { Refusal } from '@/lib/contract/refusal'
import { filesOfSnapshot, snapshotAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import type { Result } from '@/lib/ledger/result'
import { driftOf } from '@/lib/reading/drift'
import type { DriftedCell } from '@/lib/reading/drift/cells'
import { notesOnSnapshot, snapshotOf } from '@/lib/sharing/snapshots'

/**
 * Everything that stands on the page of a snapshot.
 *
 * @param origin of this site, without a slash at the end: a citation and a frame name whole addresses.
 */
export async function snapshotPage(name: string, origin: string): Promise<Result<SnapshotPage, Refusal>> {
  const snapshot = await snapshotOf(name)
  if (!snapshot.ok) return snapshot
  const { id, digest, madeAt, payload } = snapshot.value
  const address = snapshotAddress(id)
  const cited = citedAnswer(payload, origin, { id, address, madeAt })
  return {
    ok: true,
    value: {
      id,
      digest,
      madeAt,
      exhibit: payload,
      drift: await driftedSince(payload),
      notes: await notesOnSnapshot(digest),
      citations: { text: citationText(cited), bibtex: bibtexOf(cited), csl: cslFile(cited) },
      snippets: embedSnippets({
        origin,
        title: payload.title,
        view: payload.view,
        frozen: address,
        updates: payload.live,
      }),
      files: filesOfSnapshot(payload.view),
    },
  }
}

/** How a frozen answer reads today, in sentences; `null` where that cannot be told. */
async function driftedSince(frozen: Exhibit): Promise<Drifted | null> {
  const drift = await driftOf(frozen)
  if (!drift.ok) return null
  const { total, differing, causes, groups, wordsDiffer, compareAddress } = drift.value
  return {
    cells: total,
    differ: differing,
    causes,
    groups: groups.map(({ says, cells }) => ({ says, items: cells.map(sayDrifted) })),
    wordsDiffer,
    compare: differing === 0 ? null : compareAddress,
  }
}

function sayDrifted({ materialName, formName, before, after, why }: DriftedCell): string {
  return say('snapshots.drift.item', {
    material: materialName,
    form: formName,
    before: wordOf(before),
    after: wordOf(after),
    why: why.replace(/[.]$/, ''),
  })
}

function wordOf(shown: ShownInExhibit | null): string {
  return shown === null ? say('snapshots.drift.absent') : [shown.word, ...shown.details].join(', ')
}
