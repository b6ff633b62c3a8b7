import { askAsReader } from './asked'

/** The seal of the newest publication, which covers who answers for it and the seal of the one before; `null` where there is none. */
export async function newestPublicationSeal(): Promise<string | null> {
  const { rows } = await askAsReader(({ pool }) =>
    pool.query<{ digest: string }>('select digest from publication_seal order by revision desc limit 1'),
  )
  return rows[0]?.digest ?? null
}
