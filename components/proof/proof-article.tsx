import { DayStamp } from '@/components/marks/day-stamp'
import { StatusMark } from '@/components/marks/status-mark'
import { AnswerFacts } from '@/components/proof/answer-facts'
import { Boundaries } from '@/components/proof/boundaries'
import { CellSpans } from '@/components/proof/cell-spans'
import { ClaimList, ClaimsLead } from '@/components/proof/claim-list'
import { Flips } from '@/components/proof/flips'
import { ProofLines } from '@/components/proof/proof-lines'
import { RulesApplied } from '@/components/proof/rules-applied'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { nameInside, nameOf } from '@/lib/contract/words/names'

/** The proof of one cell (R12). Whole by itself: the matrix fetches this element and shows it in a row. */
export function ProofArticle({ page }: { readonly page: ProofPage }) {
  const { proof, claims, coordinates } = page
  const { answer, material, form } = proof
  return (
    <article data-proof="" className="proof" aria-labelledby="proof-answer">
      <h2 id="proof-answer">
        {say('proof.lead', { material: nameOf(material), form: nameInside(form) })}
        {mark('space')}
        <DayStamp day={coordinates.question.on} />
        {mark('colon')}
        <StatusMark status={answer.status} beforeEffect={answer.beforeEffect} />
      </h2>
      <AnswerFacts page={page} />
      <Boundaries boundaries={proof.boundaries} at={coordinates} />
      <ProofLines page={page} />
      <div className="columns">
        <section>
          <h3>{say('proof.flips.title')}</h3>
          <Flips flips={proof.flips} status={answer.status} />
          <h3>{say('proof.timeline.title')}</h3>
          <CellSpans page={page} />
        </section>
        <section>
          {claims.length > 0 && (
            <>
              <h3>{say('proof.claims.title')}</h3>
              <ClaimsLead undecided={page.undecided} />
              <ClaimList claims={claims} at={page.coordinates} />
            </>
          )}
          <RulesApplied answer={answer} />
        </section>
      </div>
    </article>
  )
}
