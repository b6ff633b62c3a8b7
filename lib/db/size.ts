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

/** Where the operator says nothing: what takes seconds and some hundred megabytes to read. */
const READ_WHOLE_UP_TO = 25_000

const READ_WHOLE = {
  name: 'whether-a-revision-is-read-whole',
  text: 'select not exists(select from provision where recorded_in <= $1 offset $2) as whole',
}

/**
 * Whether all of a large record may be read at once. Beyond `READ_WHOLE_UP_TO` provisions that takes minutes, in which nobody
 * else is answered, and gigabytes of memory.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function isReadWhole(revision: number): Promise<boolean> {
  const most = Number(process.env['READ_WHOLE_UP_TO'] ?? READ_WHOLE_UP_TO)
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ whole: boolean }>({ ...READ_WHOLE, values: [revision, most] }),
  )
  return rows[0]?.whole ?? true
}

function holdWholeUpTo(): number {
  return Number(process.env['HOLD_WHOLE_UP_TO'] ?? HOLD_WHOLE_UP_TO)
}
