import { linkAskingMatrix, linkComparing, linkTo } from '@/components/marks/link-to'
import { BeforeAfterTable } from '@/components/rehearsal/before-after-table'
import { Reaches } from '@/components/rehearsal/reaches'
import { SupposeForm } from '@/components/rehearsal/suppose-form'
import { PageShell } from '@/components/shell/page-shell'
import { LinkList } from '@/components/ui/link-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { RehearsalPage } from '@/components/views/rehearsal-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { sentences } from '@/lib/contract/words/list'
import {
  bannerInWords,
  fateInWords,
  fatesInWords,
  lookedInWords,
  otherwiseInWords,
  rehearsalTitle,
} from '@/lib/contract/words/rehearsal'
import type { LocalDate } from '@/lib/ledger/interval'

/** The day after a suspension: what is supposed first, then what comes back, then every cell before and after. */
export function RehearsalView(page: RehearsalPage) {
  const { coordinates, cells, lastDay, firstAfter, supposes, instrument } = page
  const trail = [
    { label: say('shell.nav.calendar'), href: linkTo(coordinates, { name: 'calendar' }) },
    { label: instrumentName(instrument), href: linkTo(coordinates, { name: 'instrument', key: instrument.key }) },
  ]
  const days = lastDay === null || firstAfter === null ? null : { last: lastDay, first: firstAfter }
  const isSupposed = supposes !== 'recorded'
  return (
    <PageShell frame={page} trail={trail}>
      <h1>{rehearsalTitle(page)}</h1>
      <Notice tone={isSupposed ? 'alarm' : page.verified ? 'plain' : 'unclear'}>
        <p className={isSupposed ? 'hypothetical' : undefined}>{sentences(...bannerInWords(page))}</p>
      </Notice>
      <p className="lede">{fatesInWords(page, cells)}</p>
      <Reaches page={page} />
      <p className="soft">{lookedInWords(page, coordinates.question.on)}</p>
      <SupposeForm at={coordinates} instrument={instrument.key} lastDay={lastDay} supposed={page.until !== null} />
      {days !== null && <Parts page={page} days={days} />}
    </PageShell>
  )
}

type Days = { readonly last: LocalDate; readonly first: LocalDate }

function Parts({ page, days }: { readonly page: RehearsalPage; readonly days: Days }) {
  const { coordinates, groups, otherwise, supposes, nameOf, instrument } = page
  const [last, first] = [dayInWords(days.last), dayInWords(days.first)]
  const links = [
    { href: linkAskingMatrix(coordinates, { on: days.first }), words: say('rehearsal.link.matrix', { first }) },
    {
      href: linkComparing({ ...coordinates, question: { ...coordinates.question, on: days.first } }, { on: days.last }),
      words: say('rehearsal.link.compare', { last, first }),
    },
    {
      href: linkTo(coordinates, { name: 'instrument', key: instrument.key }),
      words: say('rehearsal.link.instrument', { name: instrumentName(instrument) }),
    },
    { href: linkTo(coordinates, { name: 'calendar' }), words: say('rehearsal.link.calendar') },
  ]
  return (
    <>
      <Section id="groups" title={say('rehearsal.section.groups')}>
        <ul className="lines">
          {groups.map((group) => (
            <li
              key={JSON.stringify([group.fate, group.gives, group.regimes, group.cells[0].after.status])}
              data-fate={group.fate}
            >
              {fateInWords(group, nameOf)}
            </li>
          ))}
        </ul>
      </Section>
      {supposes !== 'recorded' && (
        <Section id="otherwise" title={say('rehearsal.section.otherwise')}>
          {otherwise.length === 0 && <p>{say('rehearsal.otherwise.none')}</p>}
          <ul className="lines">
            {otherwise.map((days) => (
              <li key={JSON.stringify([days.from, days.lastDay, days.recorded, days.supposed])}>
                {otherwiseInWords(days, nameOf)}
              </li>
            ))}
          </ul>
          {supposes === 'extended' && <p>{say('rehearsal.otherwise.then', { first })}</p>}
        </Section>
      )}
      <Section id="cells" title={say('rehearsal.section.cells', { last, first })}>
        <BeforeAfterTable page={page} days={days} />
      </Section>
      {supposes === 'recorded' && <LinkList name={say('rehearsal.section.more')} links={links} />}
    </>
  )
}
