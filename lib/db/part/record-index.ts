import type { Kind, Records } from '@/lib/ledger/change'
import type { Light, RecordIndex } from '@/lib/ledger/part/record-index'
import { believed } from '../believed'
import type { Database } from '../connection'
import { partiesBeside } from './parties-beside'
import { sourcesCited } from './sources-cited'

/** Asks a database for rows of one statement that was prepared by its name; `$1` is the revision. */
type Rows = <Row>(name: string, text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>

/** What leads from a record to others, as its table names it. */
const COLUMNS: { readonly [kind in Kind]: readonly string[] } = {
  material: ['kind', 'rareEarth', 'nameEn', 'components', 'forms'],
  form: [],
  regime: [],
  instrument: ['regime'],
  provision: ['instrument', 'effect', 'targets', 'materials', 'forms', 'partyList', 'endUse'],
  party: ['instrument', 'country'],
  source: [],
  event: ['regimes', 'instruments'],
  claim: ['asserts', 'tags'],
  indicator: ['materials'],
}

/** Fields that hold several keys. */
const LISTS: readonly string[] = ['targets', 'materials', 'forms', 'components', 'regimes', 'instruments', 'tags']

/** The start of a statement about the records of a kind that stand at a revision. */
function select(kind: Kind): string {
  const columns = ['key', ...COLUMNS[kind]].map((field) => `one.${columnOf(field)} as "${field}"`)
  return `select ${columns.join(', ')} from ${kind}_version as one where ${believed('one')}`
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}

/**
 * The record at a revision as an index of it, answered by the database without reading the rest.
 *
 * Sources are told to be alike (E25) by what the database takes for small letters: beyond ASCII, that is its collation's.
 */
export function indexAt({ pool }: Database, revision: number): RecordIndex {
  const rows: Rows = async <Row>(name: string, text: string, ...values: readonly unknown[]) =>
    (await pool.query(named(name, text, [revision, ...values]))).rows as Row[]
  const all = <K extends Kind>(kind: K, name: string, where: string, ...values: readonly unknown[]) =>
    rows<Light[K]>(`index-${kind}-${name}`, `${select(kind)} and ${where}`, ...values)
  return {
    find: async (kind, field, values) => {
      const keys = [...new Set(values)]
      const column = `one.${columnOf(field)}`
      const where = LISTS.includes(field) ? `${column} && $2::text[]` : `${column} = any($2::text[])`
      return keys.length === 0 ? [] : all(kind, field, where, keys)
    },
    elements: () => all('material', 'elements', `one.kind = 'element'`),
    forms: () => all('form', 'all', 'true'),
    partiesBeside: (lists, most) => partiesBeside(rows, [...lists], most),
    meantBy: async (word, most) => {
      const limit = Number.isFinite(most) ? most + 1 : null
      const found = await all('material', 'meant', '(one.rare_earth or $2) limit $3', word === 'all', limit)
      return found.length > most ? null : found
    },
    linesOnEveryList: () =>
      all('provision', 'on-every-list', `one.end_use = 'listed-party' and one.party_list is null`),
    claimsSaying: async (materials, words) => {
      const said = [...words, ...[...new Set(materials)].map((key) => [key])].map((one) =>
        JSON.stringify([{ materials: one }]),
      )
      return said.length === 0 ? [] : all('claim', 'saying', SAYING, said)
    },
    claimsOfForms: async (forms) => {
      const said = [...new Set(forms)].map((form) => JSON.stringify([{ forms: [form] }]))
      return said.length === 0 ? [] : all('claim', 'saying', SAYING, said)
    },
    citing: (sources) => rows('index-citing', CITING, [...new Set(sources)]),
    citedBy: (keys) => sourcesCited(rows, keys),
    sourcesLike: (sources) => sourcesLike(rows, sources),
    witnesses: (except) => rows('index-witnesses', WITNESSES, [...except]),
  }
}

function named(name: string, text: string, values: unknown[]) {
  return { name, text, values }
}

/** Each of what is looked for is one look into the index of what is said. */
const SAYING = `one.key in (
  select c.key from unnest($2::jsonb[]) as said(what) join claim_version as c on c.asserts @> said.what where ${believed('c')}
)`

const CITING = `
select citing_kind as kind, citing_key as key from citation where source = any($2::text[]) and ${believed('citation')}
union select 'indicator', indicator from indicator_point_version as point
  where source = any($2::text[]) and ${believed('point')}`

/** Letters of every script made small, as `toLowerCase` does: in the locale "C" only those of ASCII would be. */
const LOWER = (text: string) => `lower(${text} collate "und-x-icu") collate "C"`
/** As E25 compares them; an index holds both. */
const ADDRESS = (url: string) =>
  `regexp_replace(replace(regexp_replace(${LOWER(url)}, '^https?://(www\\.)?', ''), ':443', ''), '/$', '')`
const NAME = `(${LOWER(`(one.title || '|' || one.publisher)`)})`

async function sourcesLike(rows: Rows, sources: readonly Records['source'][]): Promise<readonly Light['source'][]> {
  if (sources.length === 0) return []
  const like = `${select('source')} and (
    ${NAME} = any(array(select ${LOWER('name')} from unnest($2::text[]) as name)) or ${ADDRESS('one.url')} = any(array(select ${ADDRESS('url')} from unnest($3::text[]) as url))
  )`
  return rows(
    'index-sources-like',
    like,
    sources.map(({ title, publisher }) => `${title}|${publisher}`),
    sources.flatMap(({ url }) => url ?? []),
  )
}

/** One instrument for each country and order: countries are found by leaps through their index. */
const FIRST = (order: string) => `(
  select one.key, one.regime from instrument_version as one
  where one.jurisdiction = country.code and one.binding = 'law' and ${believed('one')} and not one.key = any($2::text[])
  order by ${order} limit 1
)`

const WITNESSES = `
with recursive country as (
  (select jurisdiction as code from instrument_version order by jurisdiction limit 1)
  union all
  select (select jurisdiction from instrument_version where jurisdiction > country.code order by jurisdiction limit 1)
  from country where country.code is not null
)
(select one.key, one.regime from instrument_version as one
  where ${believed('one')} and not one.key = any($2::text[]) order by one.issued_on limit 1)
union all
select witness.key, witness.regime from country
cross join lateral (${FIRST('one.verified_through desc')} union all ${FIRST('one.issued_on')}) as witness`
