import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import { inThisLanguage } from '@/lib/contract/language-address'
import { SECURITY } from '@/lib/contract/security-address'
import { say } from '@/lib/contract/words/catalogue'

/** How a weakness is reported, and what happens then; `contact` is `mailto:…`, `https://…`, or null where none is named. */
export function SecurityView({ contact }: { readonly contact: string | null }) {
  return (
    <PageShell
      frame={null}
      here={SECURITY}
      trail={[{ label: say('pages.about.title'), href: inThisLanguage('/about') }]}
    >
      <h1>{say('security.title')}</h1>
      <p className="lede">{say('security.lead')}</p>
      <Section id="contact" title={say('security.contact.title')}>
        <div className="prose">
          {contact === null ? (
            <p>{say('security.contact.unknown')}</p>
          ) : (
            <p>
              {say('security.contact.known')} <a href={contact}>{contact.replace(/^mailto:/, '')}</a>
            </p>
          )}
        </div>
      </Section>
      <Part id="say" sentences={[say('security.say.what'), say('security.say.language')]} />
      <Part id="do" sentences={[say('security.do.own'), say('security.do.not'), say('security.do.free')]} />
      <Part
        id="promise"
        sentences={[say('security.promise.answer'), say('security.promise.tell'), say('security.promise.wrong')]}
      />
    </PageShell>
  )
}

function Part({ id, sentences }: { readonly id: 'say' | 'do' | 'promise'; readonly sentences: readonly string[] }) {
  return (
    <Section id={id} title={say(`security.${id}.title`)}>
      <div className="prose">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Section>
  )
}
