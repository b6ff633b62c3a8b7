import { DayStamp } from '@/components/marks/day-stamp'
import { English } from '@/components/ui/english'
import { nameOfCountry } from '@/lib/contract/countries'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { byMaterial, causeInWords, materialInShort } from '@/lib/contract/words/impact-cells'
import { listed, mark } from '@/lib/contract/words/list'
import type { Impact } from '@/lib/ledger/impact'
import { cellsIn } from '@/lib/ledger/impact-groups'

/** Claims whose verdict changes, each with the days on which it does. */
export function ClaimChanges({ claims, nameOf }: { readonly claims: Impact['claims']; readonly nameOf: NameOf }) {
  if (claims.length === 0) return <p>{say('impact.claims.none')}</p>
  const keys = [...new Set(claims.map(({ claim }) => claim))]
  return (
    <>
      <h3>{say('impact.claims.title', { count: keys.length })}</h3>
      <ul className="lines">
        {keys.map((key) => (
          <li key={key}>
            <English>{nameOf('claim', key)}</English>
            <ul className="small soft">
              {claims
                .filter(({ claim }) => claim === key)
                .map(({ on, before, after }) => (
                  <li key={on}>
                    {say('impact.claims.change', {
                      day: dayInWords(on),
                      before: say(`impact.verdict.${before.word}`),
                      after: say(`impact.verdict.${after.word}`),
                    })}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Claims of which nobody has told whether their verdict changes, because they speak of most of a large record. */
export function Unweighed({ unweighed, nameOf }: { readonly unweighed: readonly string[]; readonly nameOf: NameOf }) {
  if (unweighed.length === 0) return null
  return (
    <details>
      <summary>{say('impact.claims.unweighed', { count: unweighed.length })}</summary>
      <ul className="small soft">
        {unweighed.map((key) => (
          <li key={key}>
            <English>{nameOf('claim', key)}</English>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Cells that keep their status and whose proof reads otherwise: counted, and listed for who wants to look. */
export function ProofChanges({ proofs, nameOf }: { readonly proofs: Impact['proofs']; readonly nameOf: NameOf }) {
  const count = cellsIn(proofs)
  if (count === 0) return <p>{say('impact.proofs', { count })}</p>
  const causes = [...new Set(proofs.flatMap(({ because }) => because))]
  return (
    <details>
      <summary>{say('impact.proofs', { count })}</summary>
      <p className="small soft">
        {say('impact.because', {
          causes: listed(
            causes.map((key) => causeInWords(key, nameOf)),
            'apart',
          ),
        })}
      </p>
      <ul className="small">
        {byMaterial(proofs).map(({ material, forms }) => (
          <li key={material}>
            <b>{materialInShort(material, nameOf)}</b>
            {mark('colon')}
            {listed(forms.map((form) => nameOf('form', form)))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** How far the last look at a country's rules goes: every "not controlled" of that country is as good as that. */
export function LookChanges({ looks }: { readonly looks: Impact['looks'] }) {
  return looks.map(({ jurisdiction, before, after }) => (
    <p key={jurisdiction}>
      {say('impact.looks', { country: nameOfCountry(jurisdiction) })}{' '}
      {before === null ? say('impact.never') : <DayStamp day={before} />} →{' '}
      {after === null ? say('impact.never') : <DayStamp day={after} />}
    </p>
  ))
}
