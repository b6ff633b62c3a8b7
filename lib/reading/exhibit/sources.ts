import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { Exhibit, ExhibitValue } from '@/lib/contract/exhibit'
import { titleOfClaim } from '@/lib/contract/timeline/entries'
import type { View } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'
import { looseInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { restsInWords } from '@/lib/contract/words/rests'
import type { LocalDate } from '@/lib/ledger/interval'
import { factsTable } from './facts'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { linkOf, tableOf } from './tables'

/** Every source, how it was read, and how much rests on it. */
export function sourcesExhibit(page: PageOf<'sources'>, recordedOn: LocalDate): Exhibit {
  const { sources, coordinates } = page
  return plainExhibit(page, recordedOn, {
    title: say('pages.sources.title'),
    description: say('pages.sources.lead', { count: sources.length }),
    tables: [
      tableOf({ key: 'sources', title: say('pages.sources.title') }, sources, [
        ['key', 'text', ({ source }) => source.key],
        ['source', 'link', ({ source }) => linkOf(coordinates, source.title, { name: 'source', key: source.key })],
        ['kind', 'text', ({ source }) => say(`pages.sources.kinds.${source.kind}`), say('pages.source.kind')],
        ['publisher', 'text', ({ source }) => source.publisher, say('pages.source.publisher')],
        ['on', 'text', ({ source }) => dated(source.publishedOn), say('pages.source.published')],
        [
          'read',
          'text',
          ({ source }) => say('library.sources.read', { how: say(`pages.source.reads.${source.read}`) }),
        ],
        ['rests', 'text', ({ rests }) => restsInWords(rests), say('pages.source.rests')],
        ['original', 'link', ({ source }) => outside(source.url)],
      ]),
    ],
  })
}

function dated(publishedOn: string | null): string {
  return publishedOn === null ? say('library.sources.noDate') : looseInWords(publishedOn)
}

function outside(url: string | null): ExhibitValue {
  return url === null ? null : { text: url, href: url }
}

/** One source: what it is, how it was read, and every record that rests on it. */
export function sourceExhibit(page: PageOf<'source'>, recordedOn: LocalDate): Exhibit {
  const { source } = page
  const rows = restsOf(page)
  const rests = say(rows.length > 0 ? 'library.source.restsNote' : 'pages.source.none')
  return plainExhibit(page, recordedOn, {
    title: source.title,
    description: source.note ?? source.title,
    sentences: [...(source.note === null ? [] : [source.note]), rests],
    tables: [
      tableOf({ key: 'rests', title: say('pages.source.rests') }, rows, [
        ['kind', 'text', ({ kind }) => kind],
        ['on', 'day', ({ on }) => on],
        ['name', 'link', ({ name }) => name],
        ['note', 'text', ({ note }) => note],
        ['place', 'text', ({ place }) => (place === null ? null : say('pages.source.locator', { locator: place }))],
      ]),
      factsTable(say('law.instrument.facts'), [
        [say('pages.source.publisher'), source.publisher],
        [
          say('pages.source.published'),
          source.publishedOn === null ? say('library.source.noDate') : looseInWords(source.publishedOn),
        ],
        [say('pages.source.language'), LANGUAGES.of(source.language) ?? source.language],
        [say('pages.source.kind'), say(`pages.source.kinds.${source.kind}`)],
        [say('pages.source.read'), say(`pages.source.reads.${source.read}`)],
        [say('library.source.article'), source.article === null ? null : say('library.source.founding')],
        [say('pages.source.address'), source.url === null ? say('library.source.noAddress') : outside(source.url)],
      ]),
    ],
  })
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

type Rest = {
  readonly kind: string
  readonly on: string | null
  readonly name: ExhibitValue
  readonly note: string | null
  readonly place: string | null
}

/** Every record that cites the source, by kind, with its own address and the place in the source. */
function restsOf(page: PageOf<'source'>): readonly Rest[] {
  const { coordinates: at, named } = page
  const by = (key: string) => (named[key] === undefined ? key : instrumentName(named[key]))
  return [
    ...page.regimes.map(({ record, locator }) =>
      rest(at, 'regimes', record.nameEn, { name: 'regime', key: record.key }, { place: locator }),
    ),
    ...page.instruments.map(({ record, locator }) =>
      rest(at, 'instruments', instrumentName(record), instrument(record.key), { place: locator, note: record.titleEn }),
    ),
    ...page.provisions.map(({ record, locator }) => {
      const title = `${by(record.instrument)}, ${record.clause}`
      return rest(at, 'provisions', title, instrument(record.instrument), { place: locator, note: record.item })
    }),
    ...page.parties.map(({ record, locator }) => {
      const note = by(record.instrument)
      return rest(at, 'parties', record.nameEn, instrument(record.instrument), { place: locator, note })
    }),
    ...page.materials.map(({ record, locator }) =>
      rest(at, 'materials', record.nameEn, { name: 'material', key: record.key }, { place: locator }),
    ),
    ...page.events.map(({ record, locator }) =>
      rest(at, 'events', record.title, null, { place: locator, on: record.startsOn }),
    ),
    ...page.claims.map(({ record, locator }) =>
      rest(
        at,
        'claims',
        titleOfClaim(record),
        { name: 'claim', key: record.key },
        { place: locator, on: record.saidOn },
      ),
    ),
    ...page.indicators.map(({ record, locator }) =>
      rest(at, 'indicators', record.title, null, { place: locator, note: record.materials.join(' ') }),
    ),
  ]
}

function instrument(key: string): View {
  return { name: 'instrument', key }
}

function rest(
  at: Coordinates,
  kind: 'regimes' | 'instruments' | 'provisions' | 'parties' | 'materials' | 'events' | 'claims' | 'indicators',
  title: string,
  view: View | null,
  { on = null, note = null, place }: Partial<Pick<Rest, 'on' | 'note'>> & Pick<Rest, 'place'>,
): Rest {
  return { kind: say(`pages.kinds.${kind}`), on, name: view === null ? title : linkOf(at, title, view), note, place }
}
