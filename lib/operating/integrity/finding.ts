import type { RowFault } from '@/lib/db/integrity/faults'
import type { Link, LinkFault } from '@/lib/reading/integrity/chain'

/** What was found, where, and what it should be: a sentence for whoever runs this. */
export type Finding = {
  readonly table: string
  readonly key: string
  /** The revision that it belongs to; 0 for what belongs to none. */
  readonly revision: number
  readonly says: string
}

/** What each fault of a row says behind its table and key. */
const SAYS: { readonly [name in RowFault['fault']]: (fault: RowFault) => string } = {
  changed: ({ revision }) => `${since(revision)} and does not hold what it held then: it was changed`,
  added: ({ revision }) =>
    revision === 0
      ? 'has no seal: it was added'
      : `stands in revision ${revision}, with which nothing of the kind entered: it was added`,
  removed: ({ revision }) => `${since(revision)} and is gone: it was removed`,
  ended: ({ is, should }) =>
    `${is === null ? 'still stands' : `ends with revision ${is}`}, and should ${should === null ? 'still stand' : `end with revision ${should}`}`,
  'first-recorded': ({ is, should }) => {
    if (is === null) return `should be known since revision ${should}, and is not`
    if (should === null) return 'names a key that no version has'
    return `says that the key was first used in revision ${is}; its first version is of revision ${should}`
  },
  overlapping: ({ is, should }) =>
    `ends with ${is === null ? 'no revision' : `revision ${is}`}, ${should === null ? 'and should end later, or not at all' : `and should end with revision ${should} at the latest`}`,
  'not-with-its-version': ({ is, should }) =>
    should === 'none'
      ? 'belongs to a version that is not there'
      : `has a row that ends with ${is ?? 'no revision'}, while its version ends with ${should ?? 'none'}`,
  position: ({ is, should }) => `stands at place ${is}, and the last place of its kind is ${should}`,
  'retired-without-an-end': ({ revision }) => `is told as retired with revision ${revision}, which retired no such key`,
  'nobody-answers': ({ revision }) => `is missing: nobody answers for revision ${revision}`,
  'kind-of-publication': ({ is, should }) =>
    should === null
      ? 'answers for a revision that is not there or needs nobody'
      : `says that its revision is of the kind ${is}; the revision says ${should}`,
  snapshot: ({ is, should }) => `says ${is}, and its frozen bytes say ${should}`,
  document: () => 'is not what its version makes (it is derived, and can be made anew)',
  'beyond-the-newest': ({ revision }) =>
    `speaks of revision ${revision}, which is not in the record: the end was cut off, or the record was put back`,
  'guard-off': () => 'is a guard that somebody switched off',
}

export function findingOf(fault: RowFault): Finding {
  const { table, key, revision } = fault
  return { table, key, revision, says: `${table} ${key} ${SAYS[fault.fault](fault)}.` }
}

function since(revision: number): string {
  return revision === 0 ? 'was written' : `entered with revision ${revision}`
}

export function findingsOf({ revision, faults }: Link): readonly Finding[] {
  const { number, hash, previousHash } = revision
  return faults.map((fault) => ({ table: 'revision', key: String(number), revision: number, says: said(fault) }))

  function said(fault: LinkFault): string {
    switch (fault.fault) {
      case 'gap':
        return `revision ${number} stands where revision ${fault.expected} should: one is missing, or was renumbered.`
      case 'link':
        return `revision ${number} follows ${previousHash ?? 'nothing'}, and should follow ${fault.expected ?? 'nothing'}.`
      case 'hash':
        return `revision ${number} says the hash ${hash}, and what is stored of it has ${fault.computed}: it was changed, or its hash was.`
      case 'unreadable':
        return `revision ${number} cannot be read: ${fault.why}.`
    }
  }
}

/** One sentence a row: what was moved is told once, and what is gone is not told to end wrongly besides. */
export function gathered(faults: readonly RowFault[]): readonly Finding[] {
  const gone = new Set(faults.filter(({ fault }) => fault === 'removed').map(nameOf))
  return faults.flatMap((fault) => (fault.fault === 'ended' && gone.has(nameOf(fault)) ? [] : [told(fault, faults)]))
}

function told(fault: RowFault, faults: readonly RowFault[]): Finding {
  const other = fault.fault === 'added' ? 'removed' : fault.fault === 'removed' ? 'added' : null
  const pair = other === null ? undefined : faults.find((one) => one.fault === other && nameOf(one) === nameOf(fault))
  if (pair === undefined) return findingOf(fault)
  const [from, to] = fault.fault === 'removed' ? [fault, pair] : [pair, fault]
  const { table, key } = fault
  const says = `${table} ${key} entered with revision ${from.revision} and stands in revision ${to.revision}: it was moved.`
  return { table, key, revision: fault.revision, says }
}

function nameOf({ table, key }: RowFault): string {
  return `${table} ${key}`
}
