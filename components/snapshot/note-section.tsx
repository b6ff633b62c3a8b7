import { Instant } from '@/components/marks/instant'
import { say } from '@/lib/contract/words/catalogue'

/** One version of what people of the record say of a snapshot; `byName` is the name that they chose to show. */
export type ShownNote = {
  readonly version: number
  readonly title: string
  readonly note: string
  readonly byName: string | null
  readonly at: string
}

/** The note on a snapshot, which is no part of what was frozen. Earlier versions stay readable. */
export function NoteSection({ notes }: { readonly notes: readonly ShownNote[] }) {
  const [newest, ...earlier] = notes
  if (newest === undefined) return null
  return (
    <section className="section" aria-labelledby="note">
      <h2 id="note">{newest.title}</h2>
      <p className="small soft">{say('snapshots.note.outside')}</p>
      <Said note={newest} />
      {earlier.length > 0 && (
        <details className="folded">
          <summary>{say('snapshots.note.earlier', { count: earlier.length })}</summary>
          {earlier.map((note) => (
            <div key={note.version}>
              <h3>{note.title}</h3>
              <Said note={note} />
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

function Said({ note: { version, note, byName, at } }: { readonly note: ShownNote }) {
  return (
    <>
      <p className="note-text">{note}</p>
      <p className="small soft">
        {byName === null ? say('snapshots.note.by') : say('snapshots.note.byName', { name: byName })} ·{' '}
        <Instant at={at} /> · {say('snapshots.note.version', { version })}
      </p>
    </>
  )
}
