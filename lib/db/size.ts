import 'server-only'
import { kept } from './client'
import { askingAt } from './readers'

/** `small` is held whole, `large` is opened in parts. */
export type Size = 'small' | 'large'

/** Where the operator says nothing: what a process opens in a tenth of a second. */
const HOLD_WHOLE_UP_TO = 5000

/** The two things that are asked of a revision before it is read: whether it is published, and whether it is large. */
const SIZE = {
  name: 'size-of-a-revision',
  text: `select exists(select from provision where recorded_in <= $1 offset $2) as large from revision where number = $1`,
}

/**
 * Whether the record at a revision is held whole; `null` when that revision is not published (yet), which is never
 * remembered. Large is a record in which more provisions were ever recorded by then than `HOLD_WHOLE_UP_TO` says: the same
 * revision is opened alike by every process.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function sizeAt(revision: number): Promise<Size | null> {
  if (!Number.isSafeInteger(revision) || revision < 1 || revision > 2_147_483_647) return null
  const { sizes } = kept()
  if (revision <= sizes.smallUpTo) return 'small'
  if (revision >= sizes.largeFrom && revision <= sizes.published) return 'large'
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ large: boolean }>({ ...SIZE, values: [revision, holdWholeUpTo()] }),
  )
  const [found] = rows
  if (found === undefined) return null
  if (found.large) {
    sizes.largeFrom = Math.min(sizes.largeFrom, revision)
    sizes.published = Math.max(sizes.published, revision)
  } else sizes.smallUpTo = Math.max(sizes.smallUpTo, revision)
  return found.large ? 'large' : 'small'
}

function holdWholeUpTo(): number {
  return Number(process.env['HOLD_WHOLE_UP_TO'] ?? HOLD_WHOLE_UP_TO)
}
