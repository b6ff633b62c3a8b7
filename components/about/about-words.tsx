import { EvidenceMark } from '@/components/marks/evidence-mark'
import { StatusMark } from '@/components/marks/status-mark'
import { Section } from '@/components/ui/section'
import { say } from '@/lib/contract/words/catalogue'
import type { ShownStatus } from '@/lib/contract/words/status'
import type { Evidence } from '@/lib/ledger/record'
import type { Status } from '@/lib/ledger/status'
import { opennessOf, STATUSES } from '@/lib/ledger/status'

type Word = { readonly status: ShownStatus; readonly beforeEffect: boolean }

/** Every status in the order of R8; a pause of rules that never applied has a shape of its own. */
const WORDS: readonly Word[] = [...STATUSES, 'mixed' as const].flatMap((status) => [
  { status, beforeEffect: false },
  ...(status === 'paused' ? [{ status, beforeEffect: true }] : []),
])
const GRADES: readonly Evidence[] = ['text', 'extract', 'structure', 'unverified']

/** Every status and every grade of evidence, each with its mark and its one sentence. */
export function AboutWords() {
  return (
    <>
      <Section id="words" title={say('pages.about.words.title')}>
        <dl className="words">
          {WORDS.map(({ status, beforeEffect }) => (
            <div key={`${status} ${beforeEffect}`}>
              <dt>
                <StatusMark status={status} beforeEffect={beforeEffect} />
              </dt>
              <dd>
                {say(`status.meaning.${beforeEffect ? 'paused-before-effect' : status}`)} <Openness status={status} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="evidence" title={say('pages.about.evidence.title')}>
        <dl className="words">
          {GRADES.map((grade) => (
            <div key={grade}>
              <dt>
                <EvidenceMark evidence={grade} />
              </dt>
              <dd>{say(`status.evidenceMeaning.${grade}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
}

function Openness({ status }: { readonly status: Status | 'mixed' }) {
  if (status === 'mixed' || status === 'not-applicable') return null
  return (
    <span className="soft">
      {say('pages.about.words.openness', { word: say(`status.openness.${opennessOf(status)}`) })}
    </span>
  )
}
