import type { ReactNode } from 'react'
import { CountryOptions, PartyOptions } from '@/components/matrix/question-options'
import type { CompareForm } from '@/components/views/compare-page'
import { nameOfCountry } from '@/lib/contract/countries'
import { DEFAULT_FROM } from '@/lib/contract/question-segments'
import { say } from '@/lib/contract/words/catalogue'

type Props = { readonly side: 'a' | 'b'; readonly form: CompareForm | null }

/** One of the two questions: its clocks at once, the rest where it is wanted. An empty field is what it is now. */
export function CompareFields({ side, form }: Props) {
  return (
    <fieldset className="compare-side">
      <legend>{say(`compare.form.${side}`)}</legend>
      <Text side={side} name="on" hint={say('compare.form.onHint')} />
      <Text side={side} name="rev" hint={say('compare.form.revHint')} />
      <Text side={side} name="known" hint={say('compare.form.knownHint')} />
      <details className="more-fields">
        <summary>{say('compare.form.more')}</summary>
        <div>
          <Choice side={side} name="to">
            <option value="">{say('matrix.form.anyDestination')}</option>
            <CountryOptions />
          </Choice>
          <Choice side={side} name="use">
            <option value="">{say('matrix.form.civil')}</option>
            <option value="military">{say('matrix.form.military')}</option>
          </Choice>
          <Choice side={side} name="party">
            <option value="">{say('matrix.form.noParty')}</option>
            <PartyOptions parties={form?.parties ?? []} />
          </Choice>
          <Choice side={side} name="route">
            <option value="">{say('matrix.route.export')}</option>
            {(['re-export', 'foreign-made', 'assistance'] as const).map((route) => (
              <option key={route} value={route}>
                {say(`matrix.route.${route}`)}
              </option>
            ))}
          </Choice>
          <Choice side={side} name="from">
            <option value="">{nameOfCountry(DEFAULT_FROM)}</option>
            {(form?.jurisdictions ?? [])
              .filter((code) => code !== DEFAULT_FROM)
              .map((code) => (
                <option key={code} value={code}>
                  {nameOfCountry(code)}
                </option>
              ))}
          </Choice>
        </div>
      </details>
    </fieldset>
  )
}

function Text({
  side,
  name,
  hint,
}: {
  readonly side: 'a' | 'b'
  readonly name: 'on' | 'rev' | 'known'
  readonly hint: string
}) {
  const id = `${side}-${name}`
  return (
    <div className="labelled">
      <label htmlFor={id}>{say(`compare.form.${name}`)}</label>
      <input
        id={id}
        name={`${side}.${name}`}
        className="field day-field"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
    </div>
  )
}

function Choice({
  side,
  name,
  children,
}: {
  readonly side: 'a' | 'b'
  readonly name: 'to' | 'use' | 'party' | 'route' | 'from'
  readonly children: ReactNode
}) {
  const id = `${side}-${name}`
  return (
    <div className="labelled">
      <label htmlFor={id}>{say(`matrix.form.${name}`)}</label>
      <select id={id} name={`${side}.${name}`} className="field">
        {children}
      </select>
    </div>
  )
}
