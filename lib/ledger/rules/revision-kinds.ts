import { recordUnder } from '../apply'
import type { Change, Kind } from '../change'
import { differencesOf, type FieldDifference } from '../difference'
import { isSame } from '../equal'
import type { Instrument } from '../record'
import type { Breach, Proposal } from './broken'
import { changedOf } from './changed'

/** A place in a record as its fields are named, list places left out: `asserts.materials`. */
type Field = string

/** What may be put in better words without saying anything else, by kind. Names in their own language are facts. */
const WORDING: { readonly [kind in Kind]: readonly Field[] } = {
  material: ['nameEn', 'groupNote', 'uses', 'aliases'],
  form: ['nameEn'],
  regime: ['nameEn', 'shortName', 'summary'],
  instrument: ['titleEn', 'summary', 'conditions', 'disputes.text'],
  provision: ['item', 'conditions', 'note'],
  party: ['nameEn'],
  source: ['title', 'publisher', 'note'],
  event: ['title', 'summary'],
  claim: ['statement', 'assessment.reason'],
  indicator: ['title', 'notes', 'points.note'],
}

/** The English of a clause is ours, wherever it is cited. */
const GLOSSES: readonly Field[] = ['sources.clause.gloss', 'assessment.sources.clause.gloss']

/** E15. A change of wording changes words alone: no date, no status, no record more or less. */
export function wordingIsWords({ kind, before, changes }: Proposal): readonly Breach[] {
  if (kind !== 'wording') return []
  return changes.flatMap((change) => {
    const allowed = [...WORDING[change.kind], ...GLOSSES]
    return changedBeyond(before, change, (field) => allowed.includes(field))
  })
}

const LOOKED: readonly Field[] = ['verifiedThrough', 'verificationNote']

/**
 * E16. A verification says only how far, where and by what further source an instrument was looked at. The source may be
 * new to the record; every citation that stood stands as it did.
 */
export function verificationsOnlyLook({ kind, before, changes }: Proposal): readonly Breach[] {
  if (kind !== 'verification') return []
  return changes
    .filter(({ kind, key, record }) => !(kind === 'source' && record !== null && !recordUnder(before, kind, key)))
    .flatMap((change) => {
      if (change.kind !== 'instrument') return changedBeyond(before, change, () => false)
      const mayCite = citesMore(recordUnder(before, 'instrument', change.key), change.record)
      return changedBeyond(
        before,
        change,
        (field) => LOOKED.includes(field) || (mayCite && /^sources(\.|$)/.test(field)),
      )
    })
}

/** Whether every citation that stood still stands, word for word. */
function citesMore(was: Instrument | null, now: Instrument | null): boolean {
  return was?.sources.every((stood) => now?.sources.some((stands) => isSame(stood, stands))) ?? false
}

/** E17. Nobody has looked further than today. */
export function looksNotAhead(proposal: Proposal): readonly Breach[] {
  const { today } = proposal
  return changedOf(proposal, 'instrument')
    .filter(({ now }) => now.verifiedThrough > today)
    .map(({ key, now }) => look(key, { through: now.verifiedThrough, today }))
}

/**
 * E18. A look at an instrument goes no less far than the last one. A correction may take back a look that never was.
 */
export function looksNotBack(proposal: Proposal): readonly Breach[] {
  if (proposal.kind === 'correction') return []
  return changedOf(proposal, 'instrument').flatMap(({ key, was, now }) =>
    was === null || now.verifiedThrough >= was.verifiedThrough
      ? []
      : [look(key, { was: was.verifiedThrough, through: now.verifiedThrough })],
  )
}

function look(key: string, names: Breach['names']): Breach {
  return { kind: 'instrument', key, field: 'verifiedThrough', names }
}

/** Each field once that a change touches although it may not; a record that is new or gone is told as such. */
function changedBeyond(
  before: Proposal['before'],
  { kind, key, record }: Change,
  mayChange: (field: Field) => boolean,
): readonly Breach[] {
  const was = recordUnder(before, kind, key)
  if (record === null) return [{ kind, key, field: null, names: { what: 'gone' } }]
  if (was === null) return [{ kind, key, field: null, names: { what: 'new' } }]
  const touched = differencesOf(was, record).map(fieldNamed)
  return [...new Set(touched)]
    .filter((field) => !mayChange(field))
    .map((field) => ({ kind, key, field: printed(field), names: { what: printed(field) } }))
}

function fieldNamed({ path }: FieldDifference): Field {
  return path.filter((step) => typeof step === 'string').join('.')
}

/** The ledger keeps a first day and a first day after; the files print a first and a last one. */
function printed(field: Field): Field {
  return field === 'inForce.from' ? 'effectiveFrom' : field === 'inForce.to' ? 'lastDay' : field
}
