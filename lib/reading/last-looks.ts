import 'server-only'
import { revisionsNumbered } from '@/lib/db/revisions'
import { versionsOf } from '@/lib/db/versions'
import type { Instrument } from '@/lib/ledger/record'
import type { Revision } from '@/lib/ledger/revision'

/** Who told through which day an instrument was looked at, and in which revision. */
export type Look = Pick<Revision, 'number' | 'author' | 'recordedAt'>

/** As far back as a look is searched for: nobody rewords an instrument as often between two looks. */
const VERSIONS = 20

/**
 * The revision that recorded the last look at each of some instruments, by instrument.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function lastLooks(
  instruments: readonly Instrument[],
  at: number,
): Promise<{ readonly [instrument: string]: Look }> {
  const own = [...new Map(instruments.map((one) => [one.key, one])).values()]
  const found = await Promise.all(own.map(async (one) => [one.key, await recordedIn(one, at)] as const))
  const revisions = await revisionsNumbered(found.map(([, number]) => number))
  return Object.fromEntries(
    found.flatMap(([key, number]) => {
      const revision = revisions.get(number)
      return revision === undefined ? [] : [[key, look(revision)] as const]
    }),
  )
}

function look({ number, author, recordedAt }: Revision): Look {
  return { number, author, recordedAt }
}

/** The first of the newest versions that tell of the same look: what was reworded since is no look. */
async function recordedIn({ key, verifiedThrough }: Instrument, at: number): Promise<number> {
  const versions = await versionsOf('instrument', key, at, VERSIONS)
  const other = versions.findIndex(({ record }) => (record as Instrument).verifiedThrough !== verifiedThrough)
  const own = other === -1 ? versions : versions.slice(0, other)
  return own.at(-1)?.recordedIn ?? 1
}
