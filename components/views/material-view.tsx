import { BothNames } from '@/components/marks/both-names'
import { DayStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { MaterialDetails } from '@/components/material/material-details'
import { MaterialFacts } from '@/components/material/material-facts'
import { PageShell } from '@/components/shell/page-shell'
import { EntryList } from '@/components/timeline/entry-list'
import { MaterialTimeline } from '@/components/timeline/material-timeline'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { Section } from '@/components/ui/section'
import type { MaterialPage } from '@/components/views/material-page'
import { entriesOf } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { bracketed, mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { rollupInWords } from '@/lib/contract/words/rollup'
import { statusWord } from '@/lib/contract/words/status'

/** One material: the answer, its timeline, the same as a list, its facts and every line that names it. */
export function MaterialView(page: MaterialPage) {
  const { material, coordinates } = page
  return (
    <PageShell frame={page} trail={[{ label: say('shell.nav.matrix'), href: linkTo(coordinates, { name: 'matrix' }) }]}>
      <h1>
        {material.symbol !== null && <span className="symbol">{material.symbol} </span>}
        <BothNames named={material} />
      </h1>
      <AnswerLine page={page} />
      <Neighbours page={page} />
      <Section id="timeline" title={say('timeline.title')}>
        <MaterialTimeline page={page} />
        <TimelineLegend />
      </Section>
      <MaterialFacts page={page} />
      <MaterialDetails page={page} />
      <Section id="list" title={say('timeline.list.title')}>
        <p className="soft">{say('timeline.list.note')}</p>
        <EntryList dated={entriesOf(page)} at={coordinates} />
      </Section>
    </PageShell>
  )
}

function AnswerLine({ page }: { readonly page: MaterialPage }) {
  const { rollup, next, coordinates } = page
  return (
    <p className="lede">
      <DayStamp day={coordinates.question.on} />
      {mark('colon')}
      <StatusMark status={rollup.status} beforeEffect={rollup.beforeEffect} />
      {bracketed(rollupInWords(rollup))}
      {mark('stop')}
      {mark('space')}
      {next === null
        ? say('pages.material.noNext')
        : say('pages.material.next', { word: statusWord(next.status), day: dayInWords(next.on) })}
    </p>
  )
}

function Neighbours({ page }: { readonly page: MaterialPage }) {
  const { neighbours, coordinates } = page
  const steps = [
    { material: neighbours.previous, rel: 'prev', words: 'pages.material.before' },
    { material: neighbours.next, rel: 'next', words: 'pages.material.after' },
  ] as const
  return (
    <nav aria-label={say('pages.material.neighbours')} className="screen">
      <ul className="inline-list small">
        {steps.map(({ material, rel, words }) =>
          material === null ? null : (
            <li key={rel}>
              <a rel={rel} href={linkTo(coordinates, { name: 'material', key: material.key })}>
                {say(words, { name: nameOf(material) })}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}
