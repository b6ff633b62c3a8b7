import { Instant } from '@/components/marks/instant'
import { toEnglish } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { API } from '@/lib/contract/api/operation'
import { dataPath } from '@/lib/contract/data/address'
import type { Integrity } from '@/lib/contract/integrity'
import { INTEGRITY } from '@/lib/contract/integrity-address'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'

const LINES = dataPath({ what: 'revisions' })

/** Whether the record is what it was when it was written, and how anybody can find that out without us. */
export function IntegrityView({ page, origin }: { readonly page: Integrity | null; readonly origin: string }) {
  return (
    <PageShell
      frame={null}
      here={INTEGRITY}
      trail={[{ label: say('pages.about.title'), href: inThisLanguage('/about') }]}
    >
      <h1>{say('integrity.title')}</h1>
      <p className="lede">{say('integrity.lead')}</p>
      {page === null ? <Notice tone="alarm">{say('integrity.away')}</Notice> : <State page={page} />}
      <Section id="covers" title={say('integrity.covers.title')}>
        <div className="prose">
          <p>{say('integrity.covers.hash')}</p>
          <p>
            {say('integrity.covers.seals')}
            {page === null || page.publications === null ? null : <> {say('integrity.covers.seal')}</>}
          </p>
          <p>{say('integrity.covers.cannot')}</p>
        </div>
      </Section>
      <Section id="verify" title={say('integrity.verify.title')}>
        <div className="prose">
          <p>{say('integrity.verify.lines')}</p>
          <Commands words={say('integrity.verify.fetch')} lines={[`curl -sf ${origin}${LINES} -o revisions.jsonl`]} />
          <Commands words={say('integrity.verify.one')} lines={ONE} />
          <Commands words={say('integrity.verify.all')} lines={ALL} />
          <p>{say('integrity.verify.numbers')}</p>
          <p>{say('integrity.verify.machines')}</p>
          <p>
            <a {...toEnglish(`${API}/integrity`)} className="address code">
              {`${API}/integrity`}
            </a>{' '}
            <a {...toEnglish(LINES)} className="address code">
              {LINES}
            </a>
          </p>
        </div>
      </Section>
    </PageShell>
  )
}

/** The first revision, without its hash, as canonical JSON: its SHA-256, and the hash that it says. */
const ONE = ["head -n 1 revisions.jsonl | jq -cjS 'del(.hash)' | sha256sum", 'head -n 1 revisions.jsonl | jq -r .hash']

/** Every revision after the other; what is printed in the end is the hash of the newest. */
const ALL = [
  "python3 - <<'end'",
  'import hashlib, json',
  'before = None',
  "for line in open('revisions.jsonl', encoding='utf-8'):",
  '    said = json.loads(line)',
  "    hash = said.pop('hash')",
  "    text = json.dumps(said, sort_keys=True, separators=(',', ':'), ensure_ascii=False)",
  "    assert hashlib.sha256(text.encode()).hexdigest() == hash, said['number']",
  "    assert said['previousHash'] == before, said['number']",
  '    before = hash',
  'print(before)',
  'end',
]

function Commands({ words, lines }: { readonly words: string; readonly lines: readonly string[] }) {
  return (
    <>
      <p>{words}</p>
      <pre className="copyable" translate="no">
        {lines.join('\n')}
      </pre>
    </>
  )
}

function State({ page }: { readonly page: Integrity }) {
  const { revision, hash, previousHash, recordedAt, genesis, publications, verifiedThrough, verifiedAt } = page
  return (
    <Section id="state" title={say('integrity.state.title')}>
      <Told page={page} />
      <Facts
        facts={[
          { name: say('integrity.state.revisions'), value: say('integrity.state.count', { count: page.revisions }) },
          { name: say('integrity.state.newest', { revision }), value: <Hash text={hash} /> },
          { name: say('integrity.state.recorded'), value: <Instant at={recordedAt} /> },
          { name: say('integrity.state.before'), value: previousHash === null ? null : <Hash text={previousHash} /> },
          { name: say('integrity.state.first'), value: genesis === null ? null : <Hash text={genesis.hash} /> },
          {
            name: say('integrity.state.publications'),
            value: publications === null ? null : <Hash text={publications} />,
          },
          {
            name: say('integrity.state.through'),
            value: verifiedThrough === null ? null : say('integrity.state.upTo', { revision: verifiedThrough }),
          },
          { name: say('integrity.state.at'), value: verifiedAt === null ? null : <Instant at={verifiedAt} /> },
        ]}
      />
    </Section>
  )
}

/** The state in a sentence: what is broken is told first, and in the words of an alarm. */
function Told({ page: { integrity, broken, verifiedThrough, revisions } }: { readonly page: Integrity }) {
  if (broken !== null) {
    const why = say(`integrity.fault.${broken.fault}`, { revision: broken.revision })
    return (
      <Notice tone="alarm">
        <strong>{say('integrity.told.broken', { revision: broken.revision })}</strong> {why}
      </Notice>
    )
  }
  if (integrity === 'verifying') {
    return <Notice>{say('integrity.told.verifying', { revision: verifiedThrough ?? 0, revisions })}</Notice>
  }
  return <Notice>{say('integrity.told.intact', { revisions })}</Notice>
}

function Hash({ text }: { readonly text: string }) {
  return (
    <span className="code address" translate="no">
      {text}
    </span>
  )
}
