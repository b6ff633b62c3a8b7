import { say } from '@/lib/contract/words/catalogue'

/** A citation in its three forms, each to be copied as it stands. */
export type Citations = { readonly text: string; readonly bibtex: string; readonly csl: string }

/** How to cite an answer. The files are offered where the answer has an id of its own. */
export function CiteSection({
  citations,
  files = [],
}: {
  readonly citations: Citations
  readonly files?: readonly { readonly href: string; readonly label: string }[]
}) {
  return (
    <section className="section" aria-labelledby="cite">
      <h2 id="cite">{say('share.citation.title')}</h2>
      <p className="cite-text">{citations.text}</p>
      <p className="small soft">{say('share.citation.access')}</p>
      <details className="folded screen">
        <summary>{say('share.citation.bibtex')}</summary>
        <pre className="copyable">{citations.bibtex}</pre>
      </details>
      <details className="folded screen">
        <summary>{say('share.citation.csl')}</summary>
        <pre className="copyable">{citations.csl}</pre>
      </details>
      {files.length > 0 && (
        <ul className="inline-list screen">
          {files.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
