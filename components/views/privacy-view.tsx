import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import { inThisLanguage } from '@/lib/contract/language-address'
import { PRIVACY } from '@/lib/contract/privacy-address'
import { say } from '@/lib/contract/words/catalogue'

/** What becomes of what readers ask, of what they freeze, and of who signs in. */
export function PrivacyView() {
  return (
    <PageShell
      frame={null}
      here={PRIVACY}
      trail={[{ label: say('pages.about.title'), href: inThisLanguage('/about') }]}
    >
      <h1>{say('privacy.title')}</h1>
      <p className="lede">{say('privacy.lead')}</p>
      <Part id="browser" sentences={[say('privacy.browser.cookie'), say('privacy.browser.others')]} />
      <Part
        id="server"
        sentences={[say('privacy.server.log'), say('privacy.server.limit'), say('privacy.server.operator')]}
      />
      <Part id="kept" sentences={[say('privacy.kept.snapshot'), say('privacy.kept.webhook')]} />
      <Part id="people" sentences={[say('privacy.people.session'), say('privacy.people.record')]} />
    </PageShell>
  )
}

function Part(part: { readonly id: 'browser' | 'server' | 'kept' | 'people'; readonly sentences: readonly string[] }) {
  return (
    <Section id={part.id} title={say(`privacy.${part.id}.title`)}>
      <div className="prose">
        {part.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Section>
  )
}
