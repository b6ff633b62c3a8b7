import 'server-only'
import { nameOfCountry } from '@/lib/contract/countries'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { previousDay } from '@/lib/ledger/interval'
import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { ExhibitFact } from './facts'
import type { PageOf } from './page-of'
import { linkOf, sourceLinks, tableOf } from './tables'

type InstrumentPage = PageOf<'instrument'>

/** The parties that an instrument names. */
export function partiesTable({ parties, instrument, coordinates: at, sources }: InstrumentPage): ExhibitTable {
  const title = say('law.parties.caption', { count: parties.length, name: instrumentName(instrument) })
  return tableOf({ key: 'parties', title }, parties, [
    [
      'name',
      'link',
      ({ key, nameEn }) => linkOf({ ...at, question: { ...at.question, party: key } }, nameEn, { name: 'matrix' }),
      say('law.parties.name'),
    ],
    ['titleZh', 'text', ({ nameZh }) => nameZh],
    [
      'country',
      'text',
      ({ country }) => (country === null ? say('law.parties.noCountry') : nameOfCountry(country)),
      say('law.parties.country'),
    ],
    ['list', 'text', ({ list }) => say(`law.parties.lists.${list}`), say('law.parties.list')],
    ['listedOn', 'day', ({ listedOn }) => listedOn, say('law.parties.listedOn')],
    [
      'lastDay',
      'day',
      ({ delistedOn }) => (delistedOn === null ? null : previousDay(delistedOn)),
      say('law.parties.delistedOn'),
    ],
    ['note', 'text', ({ delistedOn }) => (delistedOn === null ? say('law.parties.still') : null)],
    ['sources', 'list', (party) => sourceLinks(at, party.sources, sources), say('law.parties.sources')],
  ])
}

/** The materials and forms that an instrument's lines name. */
export function instrumentReach(page: InstrumentPage): readonly ExhibitFact[] {
  const { coordinates, materials, forms, provisions } = page
  const lines = provisions.map((standing) => standing.provision)
  const anyForm = lines.some((line) => line.forms.includes(ANY_FORM) && line.targets.length === 0)
  const controlled = lines.some((line) => line.materials.includes(CONTROLLED_ITEMS))
  const formsNamed = [
    ...forms.map((form) => form.nameEn.toLowerCase()),
    ...(anyForm ? [say(forms.length === 0 ? 'law.instrument.anyForm' : 'law.instrument.someAnyForm')] : []),
  ]
  return [
    [
      say('pages.instrument.materials'),
      [
        ...materials.map(({ key, nameEn }) => linkOf(coordinates, nameEn, { name: 'material', key })),
        ...(controlled ? [say('law.instrument.controlledItems')] : []),
      ],
    ],
    [say('pages.instrument.forms'), formsNamed.length === 0 ? null : formsNamed.join(', ')],
  ]
}
