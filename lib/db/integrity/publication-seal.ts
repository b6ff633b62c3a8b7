import { askAsReader } from './asked'

/**
 * The seal of the newest publication up to a revision, which covers who answers for it and the seal of the one before; `null` where
 * there is none.
 */
export async function publicationSealAt(revision: number): Promise<string | null> {
  const { rows } = await askAsReader(({ pool }) =>
    pool.query<{ digest: string }>(
      'select digest from publication_seal where revision <= $1 order by revision desc limit 1',
      [revision],
    ),
  )
  return rows[0]?.digest ?? null
}
