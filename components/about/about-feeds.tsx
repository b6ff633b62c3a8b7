import { toEnglish } from '@/components/marks/link-to'
import { Section } from '@/components/ui/section'
import { EVERYTHING, FEED_PATHS, type FeedPath, type Followed, feedAddress } from '@/lib/contract/feed-address'
import { say } from '@/lib/contract/words/catalogue'

/** A filter of each kind, as an example of how they are spelled. */
const SOME: Followed = { materials: ['Dy', 'Tb'], regimes: ['october-9'], kinds: [] }

/** Where to follow what happened and what will, how to follow only some of it, and how to subscribe. */
export function AboutFeeds() {
  return (
    <Section id="feeds" title={say('pages.about.feeds.title')}>
      <div className="prose">
        <p>{say('feeds.about.lead')}</p>
        <ul>
          <li>
            {say('feeds.about.revisions')} <Address path={FEED_PATHS.atom} /> <Address path={FEED_PATHS.json} />
          </li>
          <li>
            {say('feeds.about.corrections')} <Address path={FEED_PATHS.correctionsAtom} />{' '}
            <Address path={FEED_PATHS.correctionsJson} />
          </li>
          <li>
            {say('feeds.about.calendar')} <Address path={FEED_PATHS.calendar} />
          </li>
        </ul>
        <p>{say('feeds.about.webcal')}</p>
        <p>{say('feeds.about.filters')}</p>
        <ul>
          <li>
            <Address path={FEED_PATHS.atom} followed={{ ...EVERYTHING, kinds: ['law', 'correction'] }} />
          </li>
          <li>
            <Address path={FEED_PATHS.calendar} followed={SOME} />
          </li>
        </ul>
        <p>{say('feeds.about.entries')}</p>
        <p>{say('feeds.about.days')}</p>
      </div>
    </Section>
  )
}

function Address({ path, followed = EVERYTHING }: { readonly path: FeedPath; readonly followed?: Followed }) {
  const address = feedAddress(path, followed)
  return (
    <a {...toEnglish(address)} className="address code">
      {address}
    </a>
  )
}
