import type { Ask } from './asked'

/** A snapshot as it is stored, with what its bytes say of it. */
export type StoredBytes = {
  readonly digest: string
  readonly id: string
  readonly view: string
  readonly address: string
  readonly revision: number
  /** SHA-256 of the stored bytes. */
  readonly computed: string
  readonly payload: string
}

/** So many are held in memory at once. */
const AT_ONCE = 50

/** All snapshots, in the order of their digests. */
export async function* storedSnapshots(ask: Ask): AsyncGenerator<StoredBytes> {
  let after = ''
  for (;;) {
    const { rows } = await ask(({ pool }) =>
      pool.query<StoredBytes>(
        `select digest, id, view, address, revision, encode(sha256(convert_to(payload, 'UTF8')), 'hex') as computed, payload
         from snapshot where digest collate "C" > $1 order by digest collate "C" limit $2`,
        [after, AT_ONCE],
      ),
    )
    yield* rows
    after = rows.at(-1)?.digest ?? after
    if (rows.length < AT_ONCE) return
  }
}
