import { AboutRecord } from '@/components/about/about-record'
import { AboutUse } from '@/components/about/about-use'
import { AboutWords } from '@/components/about/about-words'
import { RuleList } from '@/components/proof/rules-applied'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import type { AboutPage } from '@/components/views/record-pages'
import { say } from '@/lib/contract/words/catalogue'
import { RULES } from '@/lib/contract/words/rules'

const PARTS = [
  'method',
  'clocks',
  'words',
  'evidence',
  'rules',
  'verification',
  'limits',
  'contents',
  'machines',
  'feeds',
  'licence',
  'cite',
  'report',
] as const

/** Method, words, rules, clocks, verification, limits, licence, and how to check and cite. */
export function AboutView(page: AboutPage) {
  return (
    <PageShell frame={page}>
      <h1>{say('pages.about.title')}</h1>
      <p className="lede">{say('pages.about.lead')}</p>
      <nav aria-label={say('library.about.parts')} className="screen">
        <ul className="inline-list">
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{say(`pages.about.${part}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="method" title={say('pages.about.method.title')}>
        <div className="prose">
          <p>{say('pages.about.method.p1')}</p>
          <p>{say('pages.about.method.p2')}</p>
          <p>{say('pages.about.method.p3')}</p>
        </div>
      </Section>
      <Section id="clocks" title={say('pages.about.clocks.title')}>
        <div className="prose">
          <ol>
            <li>{say('pages.about.clocks.law')}</li>
            <li>{say('pages.about.clocks.known')}</li>
            <li>{say('pages.about.clocks.revision')}</li>
          </ol>
        </div>
      </Section>
      <AboutWords />
      <Section id="rules" title={say('pages.about.rules.title')}>
        <p className="soft">{say('library.about.rulesNote')}</p>
        <RuleList rules={RULES} />
      </Section>
      <AboutRecord page={page} />
      <AboutUse page={page} />
    </PageShell>
  )
}
