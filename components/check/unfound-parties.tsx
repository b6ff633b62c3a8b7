import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkTo } from '@/components/marks/link-to'
import { Notice } from '@/components/ui/notice'
import type { CheckPage, Unfound } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { previousDay } from '@/lib/ledger/interval'

/** A name that was taken for a party's although the two say different kinds of company, or one says none. */
export function WithoutLegalForm({ page }: { readonly page: CheckPage }) {
  const { without } = page.form
  if (without === null) return null
  return (
    <Notice tone="unclear">
      <p>{say('check.rule.without', { name: without.name, party: nameOf(without.party) })}</p>
    </Notice>
  )
}

/** Names that no list holds, and whom they may mean: a name that is not found is not cleared. */
export function UnfoundParties({ page }: { readonly page: CheckPage }) {
  return page.form.unfound.map((unfound) => (
    <Notice key={unfound.field} tone="unclear">
      <p>
        <strong>{say(`check.unfound.${unfound.field}`, { name: unfound.name })}</strong>
      </p>
      <p>{say(unfound.near.length === 0 ? 'check.unfound.none' : 'check.unfound.near')}</p>
      <ul className="plain-list">
        {unfound.near.map((party) => (
          <li key={party.key}>
            <a href={checkedWith(page, unfound, party.key)}>{nameOf(party)}</a>
            {mark('comma')}
            {listing(party)}
            {party.instrument !== null && (
              <>
                {mark('comma')}
                <InstrumentLink at={page.coordinates} instrument={party.instrument} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  ))
}

function listing({ list, listedOn, delistedOn }: Unfound['near'][number]): string {
  const words = { list: say(`check.list.${list}`), day: dayInWords(listedOn) }
  if (delistedOn === null) return say('check.unfound.entry', words)
  return say('check.unfound.delisted', { ...words, until: dayInWords(previousDay(delistedOn)) })
}

/** The same check with the party that was meant. */
function checkedWith({ coordinates }: CheckPage, { field }: Unfound, key: string): string {
  const { view } = coordinates
  if (view.name !== 'check' || view.product === null) return linkTo(coordinates, view)
  const { party, owner } = view.named ?? {}
  if (field === 'party') {
    const question = { ...coordinates.question, party: key }
    const rest = owner === undefined ? {} : { named: { owner } }
    return linkTo({ ...coordinates, question }, { name: 'check', product: view.product, ...rest })
  }
  const product = { ...view.product, owner: { party: key, percent: owner?.percent ?? null } }
  return linkTo(coordinates, { name: 'check', product, ...(party === undefined ? {} : { named: { party } }) })
}
