import { linkAsking, linkTo } from '@/components/marks/link-to'
import type { BuyerAsked, MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { buyerInWords, profileInWords } from '@/lib/contract/words/buyer'
import { say } from '@/lib/contract/words/catalogue'
import { sentences } from '@/lib/contract/words/list'
import { ANY_BUYER } from '@/lib/ledger/buyer'

/** The same matrix for buyers of whom readers ask most, each with how much it changes beside any buyer. */
export function Profiles({ page: { coordinates, buyer, matrix } }: { readonly page: MatrixPage }) {
  const { profiles, current } = buyer
  const told = buyerInWords(buyer, coordinates.question, matrix)
  return (
    <nav className="profiles" aria-labelledby="profiles">
      <ul>
        <li id="profiles">{say('lens.name')}</li>
        {profiles.map((profile) => (
          <Profile key={profile.name} profile={profile} at={coordinates} isCurrent={profile.name === current} />
        ))}
        {profiles.every(({ name }) => name !== 'party') && <li className="soft">{say('lens.noParty')}</li>}
      </ul>
      {told.length > 0 && (
        <p>
          {sentences(...told)} {buyer.differences.length > 0 && <a href="#buyer">{say('lens.why')}</a>}
        </p>
      )}
    </nav>
  )
}

function Profile({
  profile,
  at,
  isCurrent,
}: {
  readonly profile: BuyerAsked['profiles'][number]
  readonly at: Coordinates
  readonly isCurrent: boolean
}) {
  const { name, facts, count } = profile
  return (
    <li>
      <a href={linkAsking(at, facts)} aria-current={isCurrent ? 'true' : undefined}>
        {profileInWords(profile)}
      </a>
      {name !== 'any' && (
        <small>
          {count === 0 ? (
            say('lens.count', { count })
          ) : (
            <a href={besideAny(at, facts)}>{say('lens.count', { count })}</a>
          )}
        </small>
      )}
    </li>
  )
}

/** This buyer's cells compared with any buyer's, on the same day. */
export function besideAny(at: Coordinates, facts: Partial<Coordinates['question']>): string {
  const { revision, question, by: _, ...rest } = at
  const against = { revision, question: { ...question, ...ANY_BUYER } }
  return linkTo({ ...rest, by: 'form', revision, question: { ...question, ...facts } }, { name: 'compare', against })
}
