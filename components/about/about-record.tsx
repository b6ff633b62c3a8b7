import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { AboutPage, RecordKind } from '@/components/views/record-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

const KINDS: readonly RecordKind[] = [
  'regimes',
  'instruments',
  'provisions',
  'parties',
  'materials',
  'forms',
  'sources',
  'events',
  'claims',
  'indicators',
]

/** How far someone has looked, what the record does not tell, and what it holds. */
export function AboutRecord({ page }: { readonly page: AboutPage }) {
  const { coversFrom, counts, verifiedThrough } = page
  return (
    <>
      <Section id="verification" title={say('pages.about.verification.title')}>
        <div className="prose">
          <p>{say('library.about.looked')}</p>
          {verifiedThrough !== null && <p>{say('library.about.lookedHere', { day: dayInWords(verifiedThrough) })}</p>}
        </div>
      </Section>
      <Section id="limits" title={say('pages.about.limits.title')}>
        <div className="prose">
          <ul>
            <li>{say('pages.about.limits.covers', { day: dayInWords(coversFrom) })}</li>
            <li>{say('pages.about.limits.lag')}</li>
            <li>{say('pages.about.limits.licence')}</li>
            <li>{say('pages.about.limits.lists')}</li>
            <li>{say('library.about.others')}</li>
            <li>{say('pages.about.limits.advice')}</li>
          </ul>
        </div>
      </Section>
      <Section id="contents" title={say('pages.about.contents.title')}>
        <Facts facts={KINDS.map((kind) => ({ name: say(`pages.kinds.${kind}`), value: counts[kind] }))} />
      </Section>
    </>
  )
}
