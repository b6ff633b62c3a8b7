import 'server-only'
import type { PoolClient } from 'pg'
import type { Kind } from '@/lib/ledger/change'
import { askingAt } from './readers'

/**
 * Why a record is found, the closest first: its whole name or its code is asked for; a number of less weight is (an
 * element's); a name or a code begins with it; each word asked for begins a word of what it is called; the stems of the
 * words stand in what is said of it, or it is about a material that is called so; or, where none of that is true of anything, its name is spelt alike.
 */
export type Tier = 1 | 2 | 3 | 4 | 5 | 6

/** A record that is found, and how many of its kind are. */
export type Match = { readonly kind: Kind; readonly key: string; readonly tier: Tier; readonly total: number }

/** What is looked for; see `search.asked` in the database for what each part is compared with. */
export type Wanted = {
  readonly said: string
  readonly words: string
  readonly codes: readonly string[]
  /** What it is called besides. */
  readonly also: readonly string[]
}

/** Which kind goes first where two are found alike: what most readers mean by a name. */
const ORDER: readonly Kind[] = [
  'material',
  'instrument',
  'regime',
  'provision',
  'form',
  'party',
  'claim',
  'event',
  'indicator',
  'source',
]

/**
 * A search that takes longer is ended by the database itself, and how alike two spellings have to be: “dysprosum” and
 * “dysprosium” share 0.6 of their threes of letters, “lutecium” and “lutetium” half.
 */
const BOUNDS =
  'begin read only; set local statement_timeout = 2000; set local pg_trgm.strict_word_similarity_threshold = 0.4'

/**
 * Documents that stood at a revision and hold what is asked for. Spelling is compared only where nothing else is found, and
 * a word is taken for another only where it is about as long; a code that is alike is another code. One or two Latin letters find what begins with them only
 * where nothing is called by them: Y is yttrium.
 */
export const FIND = `
with asked as materialized (select * from search.asked($1, $2, $3, $7)),
standing as (
  select document.*, asked.* from asked, search.document
  where (select "any" from asked) @@ words and recorded_in <= $4 and (superseded_in is null or superseded_in > $4)
),
said as materialized (
  select kind, key, spelling, words, folded, told, case
      when ts_filter(words, '{a}') @@ exact then 1 when words @@ exact then 2
      when words @@ begins then 3 when words @@ named then 4 else 5 end as tier
  from standing
),
near as (
  select kind, key, spelling, words, folded, told, 6 as tier from asked, search.document
  where not exists (select from said) and length(search.spelt(folded)) > 3 and folded !~ '[0-9]'
    and (select search.spelt(folded) from asked) <<% spelling
    and (strpos(search.spelt(folded), ' ') > 0 or exists (
      select from unnest(string_to_array(spelling, ' ')) as word
      where abs(length(word) - length(search.spelt(folded))) <= 3 and similarity(word, search.spelt(folded)) >= 0.4
    ))
    and recorded_in <= $4 and (superseded_in is null or superseded_in > $4)
),
found as (
  select kind, key, tier, length(spelling) as long,
    case when tier < 4 then array_position($6::text[], kind) else 0 end as place,
    case tier
      when 6 then strict_word_similarity(folded, spelling)
      when 5 then ts_rank(words, told)
      else similarity(folded, spelling) end as closeness
  from (select * from said union all select * from near) as either
  where tier <= 2 or length(folded) > 2 or folded ~ '[^a-z]' or not exists (select from said where tier <= 2)
),
listed as (
  select *, count(*) over (partition by kind)::integer as total,
    row_number() over (partition by kind order by tier, closeness desc, long, key collate "C") as nth
  from found
)
select kind, key, tier, total from listed where nth <= $5
order by tier, place, closeness desc, long, array_position($6, kind), key collate "C"`

/**
 * The records that a text finds at a revision, the closest first; see `Tier`. What is found alike is ordered by how alike
 * its names are to the text, then by the length of its names, by kind and by key.
 *
 * @param most how many of each kind at most.
 * @throws {DatabaseAway} when the database cannot be asked, or not in time.
 */
export async function findDocuments(wanted: Wanted, at: number, most: number): Promise<readonly Match[]> {
  return askingAt(at, async ({ pool }) => {
    const client = await pool.connect()
    const ended = { well: false }
    try {
      return await bounded(client, ended, () => find(client, wanted, at, most))
    } finally {
      client.release(!ended.well) // one whose transaction did not end would spoil the next reader's question
    }
  })
}

async function find(client: PoolClient, { said, words, codes, also }: Wanted, at: number, most: number) {
  const { rows } = await client.query<Match>({
    name: 'find-documents',
    text: FIND,
    values: [said, words, codes, at, most, ORDER, also],
  })
  return rows
}

/** Asks within bounds of its own; `ended` tells whether the transaction that carries them was ended, whatever came of it. */
async function bounded<Value>(client: PoolClient, ended: { well: boolean }, ask: () => Promise<Value>): Promise<Value> {
  try {
    await client.query(BOUNDS)
    return await ask()
  } finally {
    ended.well = await client.query('rollback').then(
      () => true,
      () => false,
    )
  }
}
