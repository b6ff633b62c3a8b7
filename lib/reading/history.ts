import 'server-only'
import { type NameOf, nameOfRecord, namesIn } from '@/lib/contract/history/names'
import { retirementsOf } from '@/lib/db/retirements'
import { revisionsNumbered } from '@/lib/db/revisions'
import { type Version, versionsOf } from '@/lib/db/versions'
import type { Kind } from '@/lib/ledger/change'
import { frameOf } from './frame'
import { marksOf } from './marks'
import type { Opened } from './opened'
import { tellChange } from './record-changes'

/** How many versions a page holds; the page of an earlier revision tells the rest. */
const VERSIONS_SHOWN = 50

/** A revision that recorded, changed or took away one record. `version` is `null` where nothing stood from then on. */
type Step = { readonly revision: number; readonly version: Version | null; readonly before: Version | null }

/**
 * Every version of one record, the newest first: since which revision, why, and what differs from the one before.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function historyPage(opened: Opened, kind: Kind, key: string) {
  const { coordinates } = opened
  const at = coordinates.revision
  const versions = await versionsOf(kind, key, at, VERSIONS_SHOWN + 1)
  const steps = stepsOf(versions).slice(0, VERSIONS_SHOWN)
  const [revisions, retirements] = await Promise.all([
    revisionsNumbered(steps.map(({ revision }) => revision)),
    retirementsOf(kind, key, at),
  ])
  const marks = await marksOf([...revisions.values()], at, coordinates.question.on)
  const nameOf = namesIn(opened.record)
  const oldest = steps.at(-1)?.revision ?? 1
  const [newest] = versions
  return {
    ...frameOf(opened),
    kind,
    record: key,
    name: newest === undefined ? key : nameOfRecord(kind, newest.record, nameOf),
    instrument: newest !== undefined && 'instrument' in newest.record ? newest.record.instrument : null,
    stands: newest !== undefined && newest.supersededIn === null,
    steps: steps.flatMap((step) => {
      const revision = revisions.get(step.revision)
      const mark = marks.get(step.revision)
      const retirement = retirements.find((one) => one.revision === step.revision) ?? null
      return revision === undefined || mark === undefined
        ? []
        : [{ revision, marks: mark, retirement: named(retirement, kind, nameOf), ...told(step, kind, key, nameOf) }]
    }),
    /** The revision whose page tells the versions that this one leaves out; `null` when it leaves out none. */
    earlier: versions.some(({ recordedIn }) => recordedIn < oldest) ? oldest - 1 : null,
  }
}

/** A version ends where the next begins, or, where none begins then, with nothing. */
function stepsOf(versions: readonly Version[]): readonly Step[] {
  return versions.flatMap((version, index): readonly Step[] => {
    const { recordedIn, supersededIn } = version
    const older = versions[index + 1]
    const before = older?.supersededIn === recordedIn ? older : null
    const own: Step = { revision: recordedIn, version, before }
    const isLast = supersededIn !== null && versions[index - 1]?.recordedIn !== supersededIn
    return isLast ? [{ revision: supersededIn, version: null, before: version }, own] : [own]
  })
}

function told({ version, before }: Step, kind: Kind, key: string, nameOf: NameOf) {
  return { change: tellChange({ kind, key, before: before?.record ?? null, after: version?.record ?? null }, nameOf) }
}

type Said = { readonly why: string; readonly replacedBy: string | null }

/** Why a record was taken away, and what took its place, by its key and its name. */
function named(retirement: Said | null, kind: Kind, nameOf: NameOf) {
  if (retirement === null) return null
  const { why, replacedBy } = retirement
  return { why, replacedBy: replacedBy === null ? null : { key: replacedBy, name: nameOf(kind, replacedBy) } }
}
