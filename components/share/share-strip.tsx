import { toEnglish } from '@/components/marks/link-to'
import { FreezeForm } from '@/components/share/freeze-form'
import { Webcal } from '@/components/share/webcal.client'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { citeAddress } from '@/lib/contract/cite-address'
import { isAnswer, suffixesOf } from '@/lib/contract/export-address'
import { EVERYTHING, FEED_PATHS, type Followed, feedAddress } from '@/lib/contract/feed-address'
import type { View } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'

/** Where the strip stands on a page. */
export const SHARE = 'share'

/** One quiet line of ways out of a page, each with the word for whether what it gives will change. */
export function ShareStrip({ at, drawn }: { readonly at: Coordinates; readonly drawn: boolean }) {
  if (!isAnswer(at.view)) return null
  const { lastSeen: _, ...coordinates } = at
  const address = addressOf(coordinates)
  const followed = followedOn(at.view)
  const calendar = feedAddress(FEED_PATHS.calendar, followed)
  return (
    <section id={SHARE} className="share screen" aria-label={say('share.name')}>
      <FreezeForm address={address} />
      <p>
        {say('share.files')}
        {suffixesOf(at.view, drawn).map((suffix) => (
          <span key={suffix}>
            {' '}
            <a {...toEnglish(`${address}.${suffix}`)}>{suffix.toUpperCase()}</a>
          </span>
        ))}
      </p>
      <p>
        {say('share.feeds')} <a {...toEnglish(feedAddress(FEED_PATHS.atom, followed))}>{say('share.feed.atom')}</a>{' '}
        <a {...toEnglish(calendar)}>{say('share.feed.calendar')}</a>{' '}
        <Webcal href={calendar} label={say('share.feed.webcal')} />
      </p>
      <p>
        <a {...toEnglish(citeAddress(address))}>{say('share.cite')}</a>
      </p>
    </section>
  )
}

/** What somebody follows who follows this page: its material or its regime, else everything. */
function followedOn(view: View): Followed {
  if (view.name === 'material') return { ...EVERYTHING, materials: [view.key] }
  if (view.name === 'proof') return { ...EVERYTHING, materials: [view.material] }
  return view.name === 'regime' ? { ...EVERYTHING, regimes: [view.key] } : EVERYTHING
}
