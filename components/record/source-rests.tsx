import type { ReactNode } from 'react'
import { OwnTitle } from '@/components/marks/both-names'
import { ClauseName } from '@/components/marks/clause-name'
import { LooseStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkTo } from '@/components/marks/link-to'
import { eventHome } from '@/components/record/homes'
import { English, inEnglish } from '@/components/ui/english'
import { Runs } from '@/components/ui/runs'
import type { Rests, SourcePage } from '@/components/views/record-pages'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'
import { nameOf as nameIn } from '@/lib/contract/words/names'
import { regimeTitle } from '@/lib/contract/words/regime'

/** Every record that cites the source, by kind, each with its own address and the place in the source. */
export function SourceRests({ page }: { readonly page: SourcePage }) {
  const { coordinates: at, named } = page
  return (
    <>
      <Group kind="regimes" rests={page.regimes}>
        {(record) => <a href={linkTo(at, { name: 'regime', key: record.key })}>{regimeTitle(record)}</a>}
      </Group>
      <Group kind="instruments" rests={page.instruments}>
        {(record) => (
          <>
            <InstrumentLink at={at} instrument={record} />{' '}
            <span className="soft">
              <OwnTitle of={record} />
            </span>
          </>
        )}
      </Group>
      <Group kind="provisions" rests={page.provisions}>
        {(record) => (
          <>
            <a href={`${linkTo(at, { name: 'instrument', key: record.instrument })}#${record.key}`}>
              {nameOf(named[record.instrument], record.instrument)}
              {mark('comma')}
              <ClauseName clause={record.clause} />
            </a>{' '}
            <span className="soft" {...inEnglish()}>
              {record.item}
            </span>
          </>
        )}
      </Group>
      <Group kind="parties" rests={page.parties}>
        {(record) => (
          <>
            <a href={`${linkTo(at, { name: 'instrument', key: record.instrument })}#party-${record.key}`}>
              {nameIn(record)}
            </a>{' '}
            <span className="soft">{nameOf(named[record.instrument], record.instrument)}</span>
          </>
        )}
      </Group>
      <Group kind="materials" rests={page.materials}>
        {(record) => <a href={linkTo(at, { name: 'material', key: record.key })}>{nameIn(record)}</a>}
      </Group>
      <Group kind="events" rests={page.events}>
        {(record) => (
          <Told when={record.startsOn} home={eventHome(record, at)}>
            {record.title}
          </Told>
        )}
      </Group>
      <Group kind="claims" rests={page.claims}>
        {(record) => (
          <Told when={record.saidOn} home={linkTo(at, { name: 'claim', key: record.key })}>
            {`${record.speaker.name}${mark('colon')}${record.statement}`}
          </Told>
        )}
      </Group>
      <Group kind="indicators" rests={page.indicators}>
        {(record) => (
          <>
            <English>{record.title}</English>{' '}
            {record.materials.map((key) => (
              <a key={key} href={linkTo(at, { name: 'material', key })} className="code">
                {key}{' '}
              </a>
            ))}
          </>
        )}
      </Group>
    </>
  )
}

function Group<Value extends { readonly key: string }>({
  kind,
  rests,
  children,
}: {
  readonly kind: 'regimes' | 'materials' | 'instruments' | 'provisions' | 'parties' | 'events' | 'claims' | 'indicators'
  readonly rests: Rests<Value>
  readonly children: (record: Value) => ReactNode
}) {
  if (rests.length === 0) return null
  return (
    <>
      <h3>{say('library.source.group', { kind: say(`pages.kinds.${kind}`), count: rests.length })}</h3>
      <ul className="found">
        {rests.map(({ record, locator }) => (
          <li key={record.key}>
            {children(record)}
            {locator !== null && (
              <span className="soft">
                {' · '}
                <Runs text={say('pages.source.locator', { locator })} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Something that happened or was said; `home` is the page that tells it, where there is one. */
function Told({
  when,
  home,
  children,
}: {
  readonly when: string
  readonly home: string | null
  readonly children: string
}) {
  return (
    <>
      <LooseStamp when={when} /> <English>{home === null ? children : <a href={home}>{children}</a>}</English>
    </>
  )
}

function nameOf(instrument: SourcePage['named'][string] | undefined, key: string): string {
  return instrument === undefined ? key : instrumentName(instrument)
}
