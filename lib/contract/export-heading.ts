import type { Exhibit } from './exhibit'
import type { FileName } from './export-address'
import { fileAddress } from './export-address'
import { say } from './words/catalogue'

/** What a file says of itself above its tables: names for machines, values for readers. */
export type HeadLine = readonly [name: string, value: string]

/** Where an answer is carried out of: the site's origin, and the snapshot whose payload it is. */
export type CarriedFrom = {
  readonly origin: string
  readonly snapshot: { readonly id: string; readonly address: string } | null
}

/** The question, the three clocks, the terms and the address: no table leaves the site without them. */
export function headingOf(exhibit: Exhibit, { origin, snapshot }: CarriedFrom): readonly HeadLine[] {
  const { question, recordedOn } = exhibit
  const licence = say('shell.footer.licence')
  return [
    ['title', exhibit.title],
    ['question', exhibit.asked],
    ['law day', question.on],
    ['known', question.known ?? say('exhibit.file.everything', { day: recordedOn })],
    ['revision', say('exhibit.file.revision', { number: question.rev, day: recordedOn })],
    ['verified through', exhibit.verifiedThrough ?? say('exhibit.file.unverified')],
    ['rules', String(exhibit.rules)],
    ...(snapshot === null ? [] : ([['snapshot', snapshot.id]] as const)),
    ['address', `${origin}${snapshot === null ? exhibit.address : snapshot.address}`],
    ...exhibit.sentences.map((sentence) => ['answer', sentence] as const),
    ...exhibit.notes.filter((note) => note !== licence).map((note) => ['note', note] as const),
    ['licence', licence],
  ]
}

/** What the file of one table says besides: which table it is, and where the others are. */
export function tableHeading(exhibit: Exhibit, key: string, from: CarriedFrom): readonly HeadLine[] {
  const [main] = exhibit.tables
  const address = from.snapshot?.address ?? exhibit.address
  return exhibit.tables.map((table) => {
    if (table.key === key) return ['table', say('exhibit.file.table', { key, title: table.title })]
    const file: FileName = { suffix: 'csv', table: table.key === main?.key ? null : table.key }
    const where = `${from.origin}${fileAddress(address, file)}`
    return ['other table', say('exhibit.file.other', { title: table.title, where })]
  })
}
