import { ANY_FORM, type Instrument, type Material, type Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { say } from '../words/catalogue'
import type { Report } from './problem'
import { quoted } from './quoted'

/** The chemists' seventeen: scandium, yttrium and the fifteen lanthanides. */
const RARE_EARTHS = 17

/** What records that are right by themselves may still say of each other that cannot be. */
export function checkConsistency(record: WholeRecord, report: Report): void {
  checkElements(record, report)
  checkOrderOfForms(record, report)
  const instruments = new Map(record.instruments.map((one) => [one.key, one]))
  const materials = new Map(record.materials.map((one) => [one.key, one]))
  for (const provision of record.provisions) {
    checkStatement(provision, instruments, report)
    checkForms(provision, materials, report)
  }
  checkPartyLists(record, report)
  checkDoubleSources(record, report)
  checkRegimesOfEvents(record, instruments, report)
}

function checkElements({ materials }: WholeRecord, report: Report): void {
  const count = materials.filter(({ kind }) => kind === 'element').length
  if (count === RARE_EARTHS) return
  report({ file: 'materials', key: null, field: null, what: say('record.file.elements', { count }) })
}

function checkOrderOfForms({ forms }: WholeRecord, report: Report): void {
  const taken = new Map<number, string>()
  for (const { key, order } of forms) {
    const other = taken.get(order)
    if (other !== undefined) {
      const what = say('record.form.order', { value: quoted(order), other })
      report({ file: 'forms', key, field: 'order', what })
    }
    taken.set(order, key)
  }
}

function checkStatement(
  { key, instrument }: Provision,
  instruments: ReadonlyMap<string, Instrument>,
  report: Report,
): void {
  if (instruments.get(instrument)?.binding !== 'statement') return
  const what = say('record.provision.statement', { value: quoted(instrument) })
  report({ file: 'provisions', key, field: 'instrument', what })
}

/** Each form named applies to some material named, and each material has some form named. */
function checkForms({ key, ...line }: Provision, materials: ReadonlyMap<string, Material>, report: Report): void {
  if (line.forms.includes(ANY_FORM)) return
  const named = line.materials.flatMap((material) => materials.get(material) ?? [])
  for (const form of line.forms) {
    if (named.some(({ forms }) => forms.includes(form))) continue
    const what = say('record.provision.formOfNone', { value: quoted(form) })
    report({ file: 'provisions', key, field: 'forms', what })
  }
  for (const material of named) {
    if (material.forms.some((form) => line.forms.includes(form))) continue
    const what = say('record.provision.materialWithoutForm', { value: quoted(material.key) })
    report({ file: 'provisions', key, field: 'materials', what })
  }
}

function checkPartyLists({ parties, provisions }: WholeRecord, report: Report): void {
  const lists = new Set(provisions.map(({ partyList }) => partyList))
  for (const { key, instrument } of parties) {
    if (lists.has(instrument)) continue
    const what = say('record.party.unnamedList', { value: quoted(instrument) })
    report({ file: 'parties', key, field: 'instrument', what })
  }
}

/** One publication stands once, whatever its address begins or ends with; the titles of laws repeat themselves. */
function checkDoubleSources({ sources }: WholeRecord, report: Report): void {
  const byAddress = new Map<string, string>()
  const byTitle = new Map<string, string>()
  for (const { key, url, title, publisher, kind } of sources) {
    const address = url === null ? null : plainAddress(url)
    const sameAddress = address === null ? undefined : byAddress.get(address)
    if (sameAddress !== undefined) {
      report({ file: 'sources', key, field: 'url', what: say('record.source.url', { other: sameAddress }) })
    }
    if (address !== null) byAddress.set(address, key)

    const name = `${title}|${publisher}`.toLowerCase()
    const sameTitle = byTitle.get(name)
    if (sameTitle !== undefined && kind !== 'primary-legal') {
      report({ file: 'sources', key, field: 'title', what: say('record.source.title', { other: sameTitle }) })
    }
    byTitle.set(name, key)
  }
}

function plainAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(':443', '')
    .replace(/\/$/, '')
}

function checkRegimesOfEvents({ events }: WholeRecord, known: ReadonlyMap<string, Instrument>, report: Report): void {
  for (const { key, regimes, instruments } of events) {
    for (const instrument of instruments) {
      const regime = known.get(instrument)?.regime
      if (regime === undefined || regimes.includes(regime)) continue
      report({ file: 'events', key, field: 'regimes', what: say('record.event.regimeOf', { regime, instrument }) })
    }
  }
}
