import type { ReactNode } from 'react'
import { ListedParties } from '@/components/lens/party-options'
import { CountryOptions } from '@/components/matrix/question-options'
import type { MatrixPage } from '@/components/views/matrix-page'
import { nameOfCountry } from '@/lib/contract/countries'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** The question as a plain GET form: the answer's address is worked out from what it submits. */
export function QuestionForm({ page }: { readonly page: MatrixPage }) {
  const { question } = page.coordinates
  return (
    <form action={inThisLanguage('/')} className="question" aria-label={say('matrix.form.name')}>
      <Labelled name="on" label={say('matrix.form.on')} hint={dayHint(page)}>
        <input
          id="q-on"
          name="on"
          className="field day-field"
          defaultValue={question.on}
          inputMode="numeric"
          aria-describedby="q-on-hint"
          autoComplete="off"
        />
      </Labelled>
      <Labelled name="to" label={say('matrix.form.to')}>
        <select id="q-to" name="to" className="field" defaultValue={question.to ?? ''}>
          <option value="">{say('matrix.form.anyDestination')}</option>
          <CountryOptions />
        </select>
      </Labelled>
      <Choice name="use" label={say('matrix.form.use')} chosen={question.use} options={uses()} />
      <Labelled
        name="party"
        label={say('matrix.form.party')}
        {...(page.briefing === null ? { hint: say('matrix.form.otherParties') } : {})}
      >
        <select id="q-party" name="party" className="field" defaultValue={question.party ?? ''}>
          <option value="">{say('matrix.form.noParty')}</option>
          <ListedParties lists={page.lists} />
        </select>
      </Labelled>
      <More page={page} />
      <button type="submit" className="button" data-main="">
        {say('matrix.form.ask')}
      </button>
    </form>
  )
}

function More({ page }: { readonly page: MatrixPage }) {
  const { question, scope, by } = page.coordinates
  const refined = question.known !== null || question.route !== 'export' || question.from !== 'CN'
  return (
    <details className="more-fields" open={refined}>
      <summary>{say('matrix.form.more')}</summary>
      <div>
        <Labelled name="known" label={say('matrix.form.known')} hint={say('matrix.form.knownHint')}>
          <input
            id="q-known"
            name="known"
            className="field day-field"
            defaultValue={question.known ?? ''}
            inputMode="numeric"
            aria-describedby="q-known-hint"
            autoComplete="off"
          />
        </Labelled>
        <Choice name="route" label={say('matrix.form.route')} chosen={question.route} options={routes()} />
        <Choice name="from" label={say('matrix.form.from')} chosen={question.from} options={fromOptions(page)} />
        <Choice name="scope" label={say('matrix.form.scope')} chosen={scope} options={scopes()} />
        <Choice name="by" label={say('matrix.form.by')} chosen={by} options={columns()} />
      </div>
    </details>
  )
}

type Option = readonly [value: string, label: string]

function uses(): readonly Option[] {
  return (['civil', 'military'] as const).map((use) => [use, say(`matrix.form.${use}`)])
}

function routes(): readonly Option[] {
  return (['export', 're-export', 'foreign-made', 'assistance'] as const).map((route) => [
    route,
    say(`matrix.route.${route}`),
  ])
}

function scopes(): readonly Option[] {
  return [
    ['rare-earths', say('matrix.form.rareEarths')],
    ['all', say('matrix.form.all')],
  ]
}

function columns(): readonly Option[] {
  return [
    ['form', say('matrix.form.byForm')],
    ['regime', say('matrix.form.byRegime')],
  ]
}

/** Jurisdictions whose export rules the record holds; one asked for beyond them stays chosen. */
function fromOptions({ jurisdictions, coordinates }: MatrixPage): readonly Option[] {
  return [...new Set([...jurisdictions, coordinates.question.from])].map((code) => [code, nameOfCountry(code)])
}

function Choice({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly Option[]
}) {
  return (
    <Labelled name={name} label={label}>
      <select id={`q-${name}`} name={name} className="field" defaultValue={chosen}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({
  name,
  label,
  hint,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className="labelled">
      <label htmlFor={`q-${name}`}>{label}</label>
      {children}
      {hint !== undefined && (
        <span id={`q-${name}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  )
}

/** The last day that can be asked moves with the reader's clock, and a kept page must not print it: it stands in words. */
function dayHint({ coversFrom }: MatrixPage): string {
  return say('matrix.form.onHint', { first: dayInWords(coversFrom) })
}
