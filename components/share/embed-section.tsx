import type { EmbedSnippets } from '@/lib/contract/embed-address'
import { say } from '@/lib/contract/words/catalogue'

/**
 * The two ways to put an answer into a page; the one that changes less is the one to take.
 *
 * @param of what the frame shows that is offered first: a snapshot, or a pinned page, whose words are those of the release.
 */
export function EmbedSection({ snippets, of }: { readonly snippets: EmbedSnippets; readonly of: 'snapshot' | 'page' }) {
  return (
    <section className="section screen" aria-labelledby="embed">
      <h2 id="embed">{say('share.embed.title')}</h2>
      <h3>{say(of === 'snapshot' ? 'share.embed.frozen' : 'share.embed.pinned')}</h3>
      <p className="small soft">{say(`share.embed.hint.${of}`)}</p>
      <pre className="copyable">{snippets.frozen}</pre>
      <details className="folded">
        <summary>{say('share.embed.updates')}</summary>
        <p className="small soft">{say('share.embed.updatesHint')}</p>
        <pre className="copyable">{snippets.updates}</pre>
      </details>
    </section>
  )
}
