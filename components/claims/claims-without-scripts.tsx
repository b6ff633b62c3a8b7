import { facetsOf, speakerKey } from '@/components/claims/claim-facets'
import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { SIDES, VERDICT_WORDS } from '@/lib/contract/words/claims'
import { looseInWords } from '@/lib/contract/words/day'

/** What the style sheet can filter by alone: words that are few and known (`claims.css`). */
const FILTERED_BY_STYLE: ReadonlySet<string> = new Set([
  ...VERDICT_WORDS.map((word) => `verdict-${word}`),
  ...SIDES.map((side) => `side-${side}`),
])

/**
 * What stands for the filters where there are no scripts: one choice of a verdict or a side, which the style sheet follows,
 * and each speaker's claims. One choice at a time never leaves the table empty.
 */
export function ClaimsWithoutScripts({ page }: { readonly page: ClaimsPage }) {
  const facets = facetsOf(page)
  const values = facets
    .map(({ options, ...facet }) => ({
      ...facet,
      options: options.filter(({ key }) => FILTERED_BY_STYLE.has(`${facet.name}-${key}`)),
    }))
    .filter(({ options }) => options.length > 0)
  return (
    <noscript>
      {values.map(({ name, title, options }, at) => (
        <fieldset key={name} className="plain-filter">
          <legend>{title}</legend>
          {at === 0 && (
            <label>
              <input type="radio" name="show" value="all" defaultChecked />
              {say('claims.filter.all')}
            </label>
          )}
          {options.map(({ key, label }) => (
            <label key={key}>
              <input type="radio" name="show" value={`${name}-${key}`} />
              {say('claims.filter.counted', { label, count: countOf(page, name, key) })}
            </label>
          ))}
        </fieldset>
      ))}
      <Speakers page={page} />
    </noscript>
  )
}

function countOf({ readings }: ClaimsPage, name: string, key: string): number {
  return readings.filter(({ claim, onDay }) => (name === 'side' ? claim.speaker.type : onDay?.word) === key).length
}

function Speakers({ page }: { readonly page: ClaimsPage }) {
  const speakers = facetsOf(page).find(({ name }) => name === 'speaker')?.options ?? []
  return (
    <details>
      <summary>{say('claims.filter.index')}</summary>
      <dl className="claims-index">
        {speakers.map(({ key, label }) => (
          <div key={key}>
            <dt {...inEnglish()}>{label}</dt>
            <dd>
              <Days page={page} speaker={key} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** A speaker's claims by their days; of several of one day each has its number. */
function Days({ page: { readings, coordinates }, speaker }: { readonly page: ClaimsPage; readonly speaker: string }) {
  const own = readings.map(({ claim }) => claim).filter((claim) => speakerKey(claim.speaker.name) === speaker)
  return own.map(({ key, saidOn }, at) => {
    const [label, earlier] = [looseInWords(saidOn), own.slice(0, at).filter((one) => one.saidOn === saidOn).length]
    return (
      <a key={key} href={linkTo(coordinates, { name: 'claim', key })}>
        {earlier === 0 ? label : say('claims.filter.counted', { label, count: earlier + 1 })}
      </a>
    )
  })
}
