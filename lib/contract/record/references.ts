import { ANY_FORM, type Citation, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { say } from '../words/catalogue'
import type { FileName } from './files'
import type { Report } from './problem'
import { quoted } from './quoted'

/** Every key that a file uses, by file. */
export type Keys = { readonly [name in FileName]: ReadonlySet<string> }

/** Every key that one record names of another must be there. */
export function checkReferences(record: WholeRecord, keys: Keys, report: Report): void {
  const names = namesFrom(keys, report)
  for (const one of record.materials) {
    names('materials', one.key, 'components', one.components, 'materials')
    names('materials', one.key, 'forms', one.forms, 'forms')
  }
  for (const one of record.instruments) names('instruments', one.key, 'regime', [one.regime], 'regimes')
  for (const one of record.provisions) {
    const materials = one.materials.filter((material) => material !== CONTROLLED_ITEMS)
    const forms = one.forms.filter((form) => form !== ANY_FORM)
    names('provisions', one.key, 'instrument', [one.instrument], 'instruments')
    names('provisions', one.key, 'materials', materials, 'materials')
    names('provisions', one.key, 'forms', forms, 'forms')
    if (one.partyList !== null) names('provisions', one.key, 'partyList', [one.partyList], 'instruments')
    checkTargets(one, keys, report)
  }
  for (const one of record.parties) names('parties', one.key, 'instrument', [one.instrument], 'instruments')
  for (const one of record.events) {
    names('events', one.key, 'regimes', one.regimes, 'regimes')
    names('events', one.key, 'instruments', one.instruments, 'instruments')
  }
  for (const one of record.indicators) names('indicators', one.key, 'materials', one.materials, 'materials')
  checkAssertions(record, names)
  checkSources(record, names)
}

type Names = (file: FileName, key: string, field: string, named: readonly string[], target: FileName) => void

function namesFrom(keys: Keys, report: Report): Names {
  return (file, key, field, named, target) => {
    for (const one of named) {
      if (keys[target].has(one)) continue
      const what = say('record.field.reference', { value: quoted(one), file: `${target}.json` })
      report({ file, key, field, what })
    }
  }
}

function checkTargets({ key, targets }: WholeRecord['provisions'][number], keys: Keys, report: Report): void {
  for (const target of targets) {
    if (keys.instruments.has(target) || keys.provisions.has(target)) continue
    const what = say('record.field.target', { value: quoted(target) })
    report({ file: 'provisions', key, field: 'targets', what })
  }
}

/** A tag that begins like the key of an instrument is one. */
const INSTRUMENT_TAG = /^(cn|my|vn|in|mm)-/

function checkAssertions({ claims }: WholeRecord, names: Names): void {
  for (const { key, asserts, tags } of claims) {
    for (const [index, { materials, forms }] of asserts.entries()) {
      if (Array.isArray(materials)) names('claims', key, `asserts[${index}].materials`, materials, 'materials')
      if (Array.isArray(forms)) names('claims', key, `asserts[${index}].forms`, forms, 'forms')
    }
    const instruments = tags.filter((tag) => INSTRUMENT_TAG.test(tag))
    names('claims', key, 'tags', instruments, 'instruments')
  }
}

function checkSources(record: WholeRecord, names: Names): void {
  const cites = (file: FileName, key: string, field: string, citations: readonly Citation[]) => {
    const sources = citations.map(({ source }) => source)
    names(file, key, field, sources, 'sources')
  }
  for (const file of ['materials', 'regimes', 'instruments', 'provisions', 'parties', 'events', 'claims'] as const) {
    for (const one of record[file]) cites(file, one.key, 'sources', one.sources)
  }
  for (const one of record.claims) cites('claims', one.key, 'assessment.sources', one.assessment.sources)
  for (const { key, points } of record.indicators) {
    for (const [index, { source }] of points.entries()) {
      names('indicators', key, `points[${index}].source`, [source], 'sources')
    }
  }
}
