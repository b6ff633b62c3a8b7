import { CompareFields } from '@/components/compare/compare-fields'
import { PageShell } from '@/components/shell/page-shell'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { CompareForm } from '@/components/views/compare-page'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'

const EXAMPLE = '/compare?a=2025-11-08&b=41/2026-11-22/to/US'

/** Any two questions as a plain form; `null` while the record cannot be asked what it offers. */
export function CompareFormView({ form }: { readonly form: CompareForm | null }) {
  return (
    <PageShell frame={null} here="/compare">
      <h1>{say('compare.form.title')}</h1>
      <p className="lede">{say('compare.form.lead')}</p>
      {form === null ? <Notice tone="alarm">{say('compare.form.away')}</Notice> : <Entries form={form} />}
      <form action={inThisLanguage('/compare')} className="compare-form" aria-label={say('compare.form.title')}>
        <CompareFields side="a" form={form} />
        <CompareFields side="b" form={form} />
        <div className="compare-both">
          <p className="labelled">
            <label htmlFor="scope">{say('compare.form.scope')}</label>
            <select id="scope" name="scope" className="field">
              <option value="rare-earths">{say('matrix.form.rareEarths')}</option>
              <option value="all">{say('matrix.form.all')}</option>
            </select>
          </p>
          <button type="submit" className="button" data-main="">
            {say('compare.form.submit')}
          </button>
        </div>
      </form>
      <p className="small soft">{say('compare.form.text', { example: inThisLanguage(EXAMPLE) })}</p>
    </PageShell>
  )
}

function Entries({ form: { entries, revision } }: { readonly form: CompareForm }) {
  const { lastRevision } = entries
  return (
    <Section id="entries" title={say('compare.form.entries')}>
      <ul className="lines">
        {(['yesterday', 'lastWeek', 'lastYear'] as const).map((name) => (
          <li key={name}>
            <a href={inThisLanguage(entries[name])}>{say(`compare.form.${name}`)}</a>
          </li>
        ))}
        {lastRevision !== null && (
          <li>
            <a href={inThisLanguage(lastRevision)}>{say('compare.form.lastRevision', { number: revision })}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
