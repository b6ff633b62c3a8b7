import { FreezeForm } from '@/components/share/freeze-form'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { citeAddress } from '@/lib/contract/cite-address'
import { suffixesOf } from '@/lib/contract/export-address'
import { say } from '@/lib/contract/words/catalogue'

/** One quiet line of ways out of a page, each with the word for whether what it gives will change. */
export function ShareStrip({ at }: { readonly at: Coordinates }) {
  const { lastSeen: _, ...coordinates } = at
  const address = addressOf(coordinates)
  return (
    <section className="share screen" aria-label={say('share.name')}>
      <FreezeForm address={address} />
      <p>
        {say('share.files')}
        {suffixesOf(at.view.name).map((suffix) => (
          <span key={suffix}>
            {' '}
            <a href={`${address}.${suffix}`}>{suffix.toUpperCase()}</a>
          </span>
        ))}
      </p>
      <p>
        {say('share.feeds')} <a href="/feed.xml">{say('share.feed.atom')}</a>{' '}
        <a href="/calendar.ics">{say('share.feed.calendar')}</a>
      </p>
      <p>
        <a href={citeAddress(address)}>{say('share.cite')}</a>
      </p>
    </section>
  )
}
