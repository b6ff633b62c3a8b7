import 'server-only'
import type { SnapshotPage } from '@/components/snapshot/snapshot-view'
import { citationText, citedAnswer } from '@/lib/contract/cited'
import { embedSnippets } from '@/lib/contract/embed-address'
import type { Refusal } from '@/lib/contract/refusal'
import { filesOfSnapshot, snapshotAddress } from '@/lib/contract/snapshot-address'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import type { Result } from '@/lib/ledger/result'
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
      drift: null,
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
