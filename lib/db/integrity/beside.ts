import { KINDS, type Kind } from '@/lib/ledger/change'
import type { Ask } from './asked'
import { type Counted, faultsOf, type RowFault, type RowFaults } from './faults'

/** A fault as a statement tells it. */
type Told = Counted & Omit<RowFault, 'revision'> & { readonly revision: number }

async function told(ask: Ask, text: string, most: number): Promise<RowFaults> {
  const { rows } = await ask(({ pool }) =>
    pool.query<Told>(
      `select *, count(*) over () as total from (${text}) as found order by "table", revision, key limit $1`,
      [most],
    ),
  )
  return faultsOf(rows, ({ total: _, ...fault }) => fault)
}

/** Every kind in one statement; the kinds are our own words. */
const each = (text: (kind: Kind) => string) => KINDS.map(text).join(' union all ')

/** A version ends with the next one of its key or before, and with a revision that there is. */
const OVERLAPPING = each(
  (kind) => `select '${kind}_version' as "table", key, recorded_in as revision, 'overlapping' as fault,
      superseded_in::text as is, next::text as should
    from (
      select key, recorded_in, superseded_in, lead(recorded_in) over (partition by key order by recorded_in) as next
      from ${kind}_version
    ) as version
    where superseded_in > next or (superseded_in is null and next is not null) or superseded_in <= recorded_in
      or not exists (select from revision where number = recorded_in)
      or superseded_in is not null and not exists (select from revision where number = superseded_in)`,
)

/** A key keeps the revision that first used it. */
const IDENTITIES = each(
  (kind) => `select '${kind}' as "table", key, coalesce(recorded_in, first) as revision, 'first-recorded' as fault,
      recorded_in::text as is, first::text as should
    from ${kind} full join (select key, min(recorded_in) as first from ${kind}_version group by key) as version using (key)
    where recorded_in is distinct from first`,
)

const VERSIONS = each((kind) => `select '${kind}' as kind, key, recorded_in, superseded_in from ${kind}_version`)

/** A citation or a point enters and ends with its version. */
const BELONGINGS = `select belongs as "table", belonging.kind || '/' || belonging.key as key, belonging.recorded_in as revision,
    'not-with-its-version' as fault, belonging.superseded_in::text as is,
    case when version.key is null then 'none' else version.superseded_in::text end as should
  from belonging left join (${VERSIONS}) as version
    on version.kind = belonging.kind and version.key = belonging.key and version.recorded_in = belonging.recorded_in
  where version.key is null or belonging.superseded_in is distinct from version.superseded_in`

/** Citations of a part, and points of a series, are counted from 0 without a gap. */
const POSITIONS = `select 'citation' as "table", citing_kind || '/' || citing_key || '/' || part || '/' || max(position) as key,
    recorded_in as revision, 'position' as fault, max(position)::text as is, (count(*) - 1)::text as should
  from citation group by citing_kind, citing_key, part, recorded_in having max(position) <> count(*) - 1
  union all select 'indicator_point_version', indicator || '/' || max(position), recorded_in, 'position', max(position)::text,
    (count(*) - 1)::text
  from indicator_point_version group by indicator, recorded_in having max(position) <> count(*) - 1`

/** A retirement is of a key whose version ended with that revision, and under which none entered. */
const RETIREMENTS = `select 'retirement' as "table", retirement.kind || '/' || retirement.key as key,
    retirement.recorded_in as revision, 'retired-without-an-end' as fault, null as is, null as should
  from retirement
  where not exists (
    select from (${VERSIONS}) as version where version.kind = retirement.kind and version.key = retirement.key
      and version.superseded_in = retirement.recorded_in
  ) or exists (
    select from (${VERSIONS}) as version where version.kind = retirement.kind and version.key = retirement.key
      and version.recorded_in = retirement.recorded_in
  )`

/** Somebody answers for every revision but the first, of its own kind. */
const PUBLICATIONS = `select 'publication' as "table", coalesce(revision.number, publication.revision)::text as key,
    coalesce(revision.number, publication.revision) as revision,
    case when publication.revision is null then 'nobody-answers' else 'kind-of-publication' end as fault,
    publication.kind as is, revision.kind as should
  from revision full join publication on publication.revision = revision.number
  where (revision.number is distinct from 1 or publication.revision is not null)
    and publication.kind is distinct from revision.kind`

/** What the rows of the record say of one another, whatever their seals say. */
export async function notAsTheOthersSay(ask: Ask, most: number): Promise<readonly RowFaults[]> {
  const found: RowFaults[] = []
  for (const text of [OVERLAPPING, IDENTITIES, BELONGINGS, POSITIONS, RETIREMENTS, PUBLICATIONS]) {
    found.push(await told(ask, text, most))
  }
  return found
}

/** Search documents that are not what their versions make: they are derived, and may be made anew. */
const documentsOf = (
  kind: Kind,
) => `select 'search.document' as "table", '${kind}/' || coalesce(document.key, version.key) as key,
    coalesce(document.recorded_in, version.recorded_in) as revision, 'document' as fault, null as is, null as should
  from (select * from search.document where kind = '${kind}') as document
  full join (
    select one.key, one.recorded_in, one.superseded_in, made.words, made.spelling
    from ${kind}_version as one, lateral search.document_of('${kind}', to_jsonb(one)) as made
  ) as version on version.key = document.key and version.recorded_in = document.recorded_in
  where (document.superseded_in, document.words, document.spelling)
    is distinct from (version.superseded_in, version.words, version.spelling)`

export async function documentsNotOfTheirVersions(ask: Ask, most: number): Promise<readonly RowFaults[]> {
  const found: RowFaults[] = []
  for (const kind of KINDS) found.push(await told(ask, documentsOf(kind), most))
  const strange = KINDS.map((kind) => `'${kind}'`).join(', ')
  found.push(
    await told(
      ask,
      `select 'search.document' as "table", kind || '/' || key as key, recorded_in as revision, 'document' as fault,
         null as is, null as should from search.document where kind not in (${strange})`,
      most,
    ),
  )
  return found
}

/** What stands beside the record and speaks of a revision after the newest: the record was cut off, or put back. */
const BEYOND = `select named.* from (
    select 'snapshot' as "table", id as key, revision, 'beyond-the-newest' as fault, null as is, null as should from snapshot
    union all select 'draft', id::text, greatest(base, revision, reverts), 'beyond-the-newest', null, null from draft
    union all select 'publication', revision::text, revision, 'beyond-the-newest', null, null from publication
    union all select 'webhook', id, told_revision, 'beyond-the-newest', null, null from webhook
    union all select 'backup_taken', id::text, revision, 'beyond-the-newest', null, null from backup_taken
    union all select 'seal', of_table || '/' || of_key, revision, 'beyond-the-newest', null, null from seal
  ) as named where revision > (select coalesce(max(number), 0) from revision)`

/** Triggers of the record that somebody switched off. */
const GUARDS = `select tgrelid::regclass::text as "table", tgname::text as key, 0 as revision, 'guard-off' as fault,
    null as is, null as should
  from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
  where not tgisinternal and tgenabled in ('D', 'R') and nspname in ('public', 'search')`

export async function besideTheRecord(ask: Ask, most: number): Promise<readonly RowFaults[]> {
  return [await told(ask, BEYOND, most), await told(ask, GUARDS, most)]
}
