import { ExhibitGrid } from '@/components/exhibit/exhibit-grid'
import { ExhibitStatus } from '@/components/exhibit/exhibit-status'
import { ExhibitTable } from '@/components/exhibit/exhibit-table'
import { ExhibitTimeline } from '@/components/exhibit/exhibit-timeline'
import type { Exhibit } from '@/lib/contract/exhibit'

/**
 * An exhibit as a page. Every word is one of the payload: nothing here asks the record, the rules or the catalogue, so
 * that what somebody was sent reads the same for ever.
 */
export function ExhibitArticle({ exhibit }: { readonly exhibit: Exhibit }) {
  const { title, clocks, asked, sentences, grid, timelines, legend, notes } = exhibit
  const tables = exhibit.tables.filter((table) => table.shown)
  return (
    <article id="frozen" className="frozen">
      <h1>{title}</h1>
      <ul className="inline-list soft">
        {clocks.map((clock) => (
          <li key={clock}>{clock}</li>
        ))}
      </ul>
      {asked !== '' && <p className="soft">{asked}</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {grid !== null && <ExhibitGrid grid={grid} />}
      {timelines.map((timeline) => (
        <ExhibitTimeline key={timeline.key} timeline={timeline} tables={tables} />
      ))}
      {tables.map((table) => (
        <ExhibitTable key={table.key} table={table} />
      ))}
      {legend.length > 0 && (
        <dl className="frozen-legend words small">
          {legend.map(({ shown, meaning }) => (
            <div key={shown.word}>
              <dt>
                <ExhibitStatus shown={shown} />
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {notes.length > 0 && (
        <ul className="frozen-notes small soft">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </article>
  )
}
