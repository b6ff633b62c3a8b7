import 'server-only'
import { KINDS, type Kind } from '@/lib/ledger/change'
import { askingAt } from './readers'

/** How a key ended: with which revision, and what was said of it then. */
export type Ended = {
  /** The revision since which nothing stands there. */
  readonly revision: number
  /** The instant of that revision: UTC with milliseconds. */
  readonly recordedAt: string
  /** `null` for what was withdrawn without a word. */
  readonly why: string | null
  readonly replacedBy: string | null
}

/**
 * How a key ended under which nothing stands at a revision; `null` where nothing ever stood there by then.
 *
 * @param key compared as a value, whatever signs it has.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function endOf(kind: Kind, key: string, at: number): Promise<Ended | null> {
  const { rows } = await askingAt(at, ({ pool }) =>
    pool.query<{ number: number; recorded_at: Date }>(
      `select revision.number, revision.recorded_at
       from ${kind}_version as version join revision on revision.number = version.superseded_in
       where version.key = $1 and version.superseded_in <= $2 order by revision.number desc limit 1`,
      [key, at],
    ),
  )
  const [last] = rows
  if (last === undefined) return null
  const recordedIn = last.number
  const said = await askingAt(at, ({ prisma }) =>
    prisma.retirement.findUnique({ where: { kind_key_recordedIn: { kind, key, recordedIn } } }),
  )
  return {
    revision: recordedIn,
    recordedAt: last.recorded_at.toISOString(),
    why: said?.why ?? null,
    replacedBy: said?.replacedBy ?? null,
  }
}

/** Why a key was taken away with a revision, and what took its place. */
export type Retired = { readonly revision: number; readonly why: string; readonly replacedBy: string | null }

/**
 * Every retirement of a key by a revision, the latest first: a key may be taken up again, and retired again.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function retirementsOf(kind: Kind, key: string, at: number): Promise<readonly Retired[]> {
  const rows = await askingAt(at, ({ prisma }) =>
    prisma.retirement.findMany({
      where: { kind, key, recordedIn: { lte: at } },
      orderBy: { recordedIn: 'desc' },
    }),
  )
  return rows.map(({ recordedIn, why, replacedBy }) => ({ revision: recordedIn, why, replacedBy }))
}

/**
 * The kinds under which a key stood once that stands there no more at a revision.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function kindsThatEnded(key: string, at: number): Promise<readonly Kind[]> {
  const { rows } = await askingAt(at, ({ pool }) => pool.query<{ kind: Kind }>(ENDED, [key, at]))
  return rows.map(({ kind }) => kind)
}

/** The kinds are our own words, never a reader's. */
const ENDED = KINDS.map(
  (kind) => `select '${kind}' as kind where exists (
      select from ${kind}_version where key = $1 and superseded_in <= $2
    ) and not exists (
      select from ${kind}_version where key = $1 and recorded_in <= $2 and (superseded_in is null or superseded_in > $2)
    )`,
).join(' union all ')
