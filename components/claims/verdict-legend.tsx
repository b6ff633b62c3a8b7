import { VerdictMark } from '@/components/claims/verdict-mark'
import { say } from '@/lib/contract/words/catalogue'
import { VERDICT_WORDS } from '@/lib/contract/words/claims'

/** The six words, a sentence each, and how they are found. */
export function VerdictLegend() {
  return (
    <section className="legend" aria-labelledby="legend">
      <h2 id="legend">{say('claims.legend')}</h2>
      <dl>
        {VERDICT_WORDS.map((word) => (
          <div key={word}>
            <dt>
              <VerdictMark word={word} />
            </dt>
            <dd>{say(`claims.meaning.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{say('claims.legendRule')}</p>
    </section>
  )
}
