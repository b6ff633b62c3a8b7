import { Ahead } from '@/components/check/ahead'
import { Besides } from '@/components/check/besides'
import { CandidateTable } from '@/components/check/candidate-table'
import { CHECK_FORM, CheckForm } from '@/components/check/check-form'
import { Conclusion } from '@/components/check/conclusion'
import { Findings } from '@/components/check/findings'
import { MissingInputs } from '@/components/check/missing-inputs'
import { Said } from '@/components/check/said'
import { UnfoundParties, WithoutLegalForm } from '@/components/check/unfound-parties'
import { PageShell } from '@/components/shell/page-shell'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { CheckPage } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { type CheckSaid, goodsInWords } from '@/lib/contract/words/check-said'
import type { Product } from '@/lib/ledger/check/product'

/** A product held against every rule, and the form that asks; the form alone while nothing is said. */
export function CheckView(page: CheckPage) {
  const { product, answer, form } = page
  const checked = product === null || answer === null ? null : { page, answer, said: saidOf(page, product) }
  const skips = product === null ? [] : [{ href: `#${CHECK_FORM}`, label: say('check.form.open') }]
  return (
    <PageShell frame={page} skips={skips}>
      {checked === null ? (
        <>
          <h1>{say('check.title')}</h1>
          <p className="lede">{say('check.lead')}</p>
          <NotAdvice />
        </>
      ) : (
        <>
          <h1 className="kicker">{say('check.titled', { goods: goodsInWords(checked.said.product, checked.said) })}</h1>
          <Conclusion checked={checked} />
          <NotAdvice />
          <WithoutLegalForm page={page} />
          <UnfoundParties page={page} />
          <MissingInputs checked={checked} />
          <CandidateTable checked={checked} />
          <Findings checked={checked} />
          <Besides checked={checked} />
          <Ahead checked={checked} />
          <Section id="said" title={say('check.summary')}>
            <Said checked={checked} />
          </Section>
        </>
      )}
      <div className="screen">
        {product !== null && <h2 className="check-again">{say('check.form.open')}</h2>}
        <CheckForm offers={form.offers} filled={{ typed: form.typed, problems: [] }} />
      </div>
    </PageShell>
  )
}

function saidOf(page: CheckPage, product: Product): CheckSaid {
  const { coordinates, to, materials, forms, instruments, parties, line } = page
  return { question: coordinates.question, product, to, materials, forms, instruments, parties, line }
}

export function NotAdvice() {
  return (
    <Notice tone="alarm">
      <p>
        <strong>{say('check.rule.advice')}</strong>
      </p>
    </Notice>
  )
}
