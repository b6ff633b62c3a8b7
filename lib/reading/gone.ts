import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { Problem, Retired } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { endOf } from '@/lib/db/retirements'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** A chain of replacements is followed this far: nobody retires a key so often. */
const LONGEST_CHAIN = 16

/**
 * Tells of each key that the record does not hold whether it stood there once: since when it does not, why, and what took
 * its place.
 *
 * @param stands what stands at that revision.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function tellGone(
  problems: readonly Problem[],
  stands: Standing,
  revision: number,
): Promise<readonly Problem[]> {
  return Promise.all(
    problems.map(async (problem) =>
      problem.why === 'unknown-key'
        ? ((await retired(problem.kept, problem.value, stands, revision)) ?? problem)
        : problem,
    ),
  )
}

async function retired(kept: Kind, value: string, stands: Standing, at: number): Promise<Retired | null> {
  if (await stands(kept, value)) return null // it stands, and only the known day hides it
  const ended = await endOf(kept, value, at)
  if (ended === null) return null
  return {
    why: 'retired',
    kept,
    value,
    revision: ended.revision,
    day: dayInBeijing(new Date(ended.recordedAt)),
    reason: ended.why,
    replacedBy: await standingReplacement(kept, ended.replacedBy, stands, at),
  }
}

/** What took a key's place may have been replaced itself: the first of the chain that stands, `null` when none does. */
async function standingReplacement(
  kind: Kind,
  first: string | null,
  stands: Standing,
  at: number,
): Promise<string | null> {
  let key = first
  for (let hops = 0; key !== null && hops < LONGEST_CHAIN; hops += 1) {
    if (await stands(kind, key)) return key
    key = (await endOf(kind, key, at))?.replacedBy ?? null
  }
  return null
}

/** Whether something stands under a key at the revision that is told of. */
export type Standing = (kind: Kind, key: string) => boolean | Promise<boolean>

/** What stands in a record that is held whole. */
export function standingIn(record: WholeRecord): Standing {
  return (kind, key) => record[LIST_OF[kind]].some((one) => one.key === key)
}

/**
 * Where a reader of retired keys is sent: to what took their place, all else as it was; where nothing did, to the last
 * revision at which all of them stood. `null` when no problem is about a retired key.
 */
export function whereItStands(coordinates: Coordinates, problems: readonly Problem[]): Coordinates | null {
  const gone = problems.filter((problem) => problem.why === 'retired')
  if (gone.length === 0) return null
  if (gone.every(({ replacedBy }) => replacedBy !== null)) return gone.reduce(withReplacement, coordinates)
  return { ...coordinates, revision: Math.min(...gone.map(({ revision }) => revision - 1)) }
}

function withReplacement(coordinates: Coordinates, { kept, value, replacedBy }: Retired): Coordinates {
  if (replacedBy === null) return coordinates
  const { question, view } = coordinates
  const replaced = (key: string, kind: Kind) => (kind === kept && key === value ? replacedBy : key)
  return {
    ...coordinates,
    question: question.party === null ? question : { ...question, party: replaced(question.party, 'party') },
    view: viewWith(view, replaced),
  }
}

function viewWith(view: View, replaced: (key: string, kind: Kind) => string): View {
  switch (view.name) {
    case 'material':
    case 'regime':
    case 'instrument':
    case 'source':
      return { name: view.name, key: replaced(view.key, view.name) }
    case 'proof':
      return { name: 'proof', material: replaced(view.material, 'material'), form: replaced(view.form, 'form') }
    default:
      return view
  }
}
