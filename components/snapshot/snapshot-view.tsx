import { ExhibitArticle } from '@/components/exhibit/exhibit-article'
import type { Citations } from '@/components/share/cite-section'
import { CiteSection } from '@/components/share/cite-section'
import { EmbedSection } from '@/components/share/embed-section'
import { Footer } from '@/components/shell/footer'
import { Header } from '@/components/shell/header'
import type { Drifted } from '@/components/snapshot/drifted'
import { FrozenBanner } from '@/components/snapshot/frozen-banner'
import type { ShownNote } from '@/components/snapshot/note-section'
import { NoteSection } from '@/components/snapshot/note-section'
import { SkipLinks } from '@/components/ui/skip-links'
import type { EmbedSnippets } from '@/lib/contract/embed-address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { type SnapshotFile, snapshotAddress, snapshotFileAddress } from '@/lib/contract/snapshot-address'
import { bitsOf } from '@/lib/contract/snapshot-id'
import { say } from '@/lib/contract/words/catalogue'

export type SnapshotPage = {
  readonly id: string
  readonly digest: string
  readonly madeAt: string
  readonly exhibit: Exhibit
  readonly drift: Drifted | null
  readonly notes: readonly ShownNote[]
  readonly citations: Citations
  readonly snippets: EmbedSnippets
  /** Which files there are of its view. */
  readonly files: readonly SnapshotFile[]
}

/** A snapshot: what it is, then what was frozen, then how to use it. Only the middle is for ever the same. */
export function SnapshotView({ id, digest, madeAt, exhibit, drift, notes, citations, snippets, files }: SnapshotPage) {
  return (
    <>
      <SkipLinks links={[{ href: '#frozen', label: say('snapshots.skip') }]} />
      <FrozenBanner exhibit={exhibit} id={id} madeAt={madeAt} drift={drift} noted={notes[0]?.title ?? null} />
      <Header at={null} q="" here={null} />
      <div className="page">
        <main id="main">
          <ExhibitArticle exhibit={exhibit} />
          <NoteSection notes={notes} />
          <CiteSection
            citations={citations}
            files={files.map((file) => ({
              href: snapshotFileAddress(id, file),
              label: LABELS[file] ?? file.toUpperCase(),
            }))}
          />
          <EmbedSection snippets={snippets} of="snapshot" />
          <section className="section" aria-labelledby="check">
            <h2 id="check">{say('snapshots.check.title')}</h2>
            <p className="small">
              {say('snapshots.check.how', {
                file: snapshotFileAddress(id, 'json'),
                bits: bitsOf(id),
                start: snapshotAddress(''),
              })}
            </p>
            <p className="small hash">
              <code>{digest}</code>
            </p>
            <p className="small">{say('snapshots.check.promise')}</p>
          </section>
        </main>
      </div>
      <Footer at={null} />
      <p className="printed colophon">{say('snapshots.printed', { address: snapshotAddress(id), id })}</p>
    </>
  )
}

const LABELS: { readonly [file: string]: string } = { bib: 'BibTeX', 'csl.json': 'CSL-JSON' }
