import { AboutFeeds } from '@/components/about/about-feeds'
import { linkTo, toEnglish } from '@/components/marks/link-to'
import { Section } from '@/components/ui/section'
import type { AboutPage } from '@/components/views/record-pages'
import { apiAddress } from '@/lib/contract/api-address'
import { INTEGRITY } from '@/lib/contract/integrity-address'
import { inThisLanguage } from '@/lib/contract/language-address'
import { PRIVACY } from '@/lib/contract/privacy-address'
import { SECURITY } from '@/lib/contract/security-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** How to check what the pages say, on what terms to use it, how to cite it and how to put it right. */
export function AboutUse({ page }: { readonly page: AboutPage }) {
  const { coordinates } = page
  const status = apiAddress(coordinates, 'status', { material: 'Dy', form: 'metal' })
  const matrix = apiAddress(coordinates, 'matrix', { scope: 'all' })
  const cited = {
    day: dayInWords(coordinates.question.on),
    revision: coordinates.revision,
    address: linkTo(coordinates, { name: 'matrix' }),
  }
  return (
    <>
      <Section id="machines" title={say('pages.about.machines.title')}>
        <div className="prose">
          <ul>
            <li>
              {say('library.about.oneCell')} <Address href={status} />
            </li>
            <li>
              {say('library.about.everyCell')} <Address href={matrix} />
            </li>
            <li>
              <a {...toEnglish('/api/docs')}>{say('library.about.manual')}</a>
            </li>
            <li>
              {say('library.about.chain')}{' '}
              <a href={linkTo(coordinates, { name: 'changes' })}>{say('pages.changes.title')}</a>
            </li>
            <li>
              {say('library.about.integrity')} <a href={inThisLanguage(INTEGRITY)}>{say('integrity.title')}</a>
            </li>
            <li>
              {say('library.about.data')} <a {...toEnglish('/data')}>{say('data.page.title')}</a>
            </li>
          </ul>
        </div>
      </Section>
      <AboutFeeds />
      <Section id="licence" title={say('pages.about.licence.title')}>
        <div className="prose">
          <p>{say('pages.about.licence.code')}</p>
          <p>{say('pages.about.licence.record')}</p>
        </div>
      </Section>
      <Section id="cite" title={say('pages.about.cite.title')}>
        <div className="prose">
          <p>{say('pages.about.cite.lead')}</p>
          <blockquote className="cited">{say('pages.about.cite.example', cited)}</blockquote>
          <p>{say('library.about.citeBefore')}</p>
        </div>
      </Section>
      <Section id="report" title={say('pages.about.report.title')}>
        <div className="prose">
          <p>{say('pages.about.report.lead')}</p>
          <p>
            <a href={inThisLanguage(SECURITY)}>{say('security.title')}</a>
          </p>
          <p>
            <a href={inThisLanguage(PRIVACY)}>{say('privacy.title')}</a>
          </p>
        </div>
      </Section>
    </>
  )
}

function Address({ href }: { readonly href: string }) {
  return (
    <a {...toEnglish(href)} className="address code">
      {href}
    </a>
  )
}
