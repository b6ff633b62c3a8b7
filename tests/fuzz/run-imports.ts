import fc from 'fast-check'
import type { Editor } from '@/lib/auth/person'
import { type DryRun, sayDraftOfDryRun, sayImportRefusal } from '@/lib/contract/edit/dry-run'
import { FILE_NAMES } from '@/lib/contract/record/files'
import { draftOfDryRun, dryRun, dryRunOf, type Import, keyOf } from '@/lib/editing/import'
import type { PlannedEntry } from '@/lib/editing/import-plan'
import { canonicalJson } from '@/lib/formats/canonical'
import { type Row, theFiles } from '../support/record-files'
import { imports } from './import-mutations'

const STANDING = theFiles()

/** What is asked of the database past everything that is tested. */
export type AskSql = (
  sql: string,
  values?: readonly unknown[],
) => Promise<readonly { readonly [column: string]: unknown }[]>

/** What a run of imports brought. */
export type ImportsTold = {
  readonly tried: number
  /** How often each end was come to: refused, stopped by problems, no change, a draft. */
  readonly ends: ReadonlyMap<string, number>
  /** Each fault once, with the import that showed it. */
  readonly faults: ReadonlyMap<string, string>
}

/**
 * Imports made from a seed, one after the other, each as far as it goes: what is refused or stopped leaves no draft, and
 * what becomes a draft is there whole. The record is the same after all of them.
 */
export async function runImports(
  editor: Editor,
  ask: AskSql,
  { seed, runs }: { seed: number; runs: number },
): Promise<ImportsTold> {
  const before = await recordOf(ask)
  const ends = new Map<string, number>()
  const faults = new Map<string, string>()
  for (const said of fc.sample(imports, { seed, numRuns: runs })) {
    const came = await tryOne(editor, ask, said).catch((error: Error) => ({
      end: 'thrown',
      faults: [`throws ${error.name}: ${error.message.slice(0, 200)}`],
    }))
    ends.set(came.end, (ends.get(came.end) ?? 0) + 1)
    for (const fault of came.faults) if (!faults.has(fault)) faults.set(fault, told(said))
  }
  if ((await recordOf(ask)) !== before) faults.set('changes the record', `seed ${seed}`)
  return { tried: runs, ends, faults }
}

type Came = { readonly end: string; readonly faults: readonly string[] }

async function tryOne(editor: Editor, ask: AskSql, said: Import): Promise<Came> {
  const drafts = await countOf(ask, 'select count(*) from draft')
  const made = await dryRun(editor, said)
  const grown = async () => (await countOf(ask, 'select count(*) from draft')) - drafts
  if (!made.ok) {
    const faults = noSentence(sayImportRefusal(made.refusal))
    return { end: 'refused', faults: (await grown()) === 0 ? faults : [...faults, 'leaves a draft of what it refused'] }
  }
  const run = made.value
  const kept = await dryRunOf(editor, run.id)
  const draft = await draftOfDryRun(editor, run.id, { title: 'An import', reason: 'As it was sent.' })
  const words = run.problems.flatMap(({ what }) => noSentence(what))
  if (run.problemCount > 0) {
    const halves = [
      ...(draft.ok || (await grown()) > 0 ? ['makes a draft of what has problems'] : []),
      ...(kept?.entries.length === 0 ? [] : ['keeps a part of what has problems']),
    ]
    return { end: 'stopped by problems', faults: [...words, ...halves] }
  }
  if (kept === null) return { end: 'lost', faults: ['loses what it has just read'] }
  if (!draft.ok) {
    const faults = noSentence(sayDraftOfDryRun(draft.refusal))
    const end = draft.refusal.why === 'changes-nothing' ? 'no change' : `no draft: ${draft.refusal.why}`
    return { end, faults: (await grown()) === 0 ? faults : [...faults, 'leaves half a draft'] }
  }
  return { end: 'a draft', faults: [...(await halfOf(ask, run, kept.entries)), ...otherThan(said, kept.entries)] }
}

/** Where a draft, as its rows say, is not all that the dry run told. */
async function halfOf(ask: AskSql, run: DryRun, entries: readonly PlannedEntry[]): Promise<readonly string[]> {
  const rows = await ask('select kind, key, coalesce(printed, retires) as content from draft_entry where draft = $1', [
    run.id,
  ])
  const inRows = rows.map(({ kind, key, content }) => `${kind} ${key} ${canonicalJson(content)}`).sort()
  const wanted = entries
    .map(
      (entry) =>
        `${entry.kind} ${keyOf(entry)} ${canonicalJson('printed' in entry ? entry.printed : entry.retirement)}`,
    )
    .sort()
  const counted = run.counts.reduce((sum, { added, changed, retired }) => sum + added + changed + retired, 0)
  return [
    ...(inRows.join('\n') === wanted.join('\n') ? [] : ['makes a draft of half the file']),
    ...(counted === entries.length ? [] : ['tells another number of changes than it makes']),
  ]
}

/** Where one file of JSON, read by nothing of ours, says other keys than the draft has. Wholly means all of them. */
function otherThan(
  { uploads: [upload, ...more], retire }: Import,
  entries: readonly PlannedEntry[],
): readonly string[] {
  const file = FILE_NAMES.find((one) => upload?.name === `${one}.json`)
  if (upload === undefined || file === undefined || more.length > 0 || retire !== null) return []
  const rows = JSON.parse(new TextDecoder().decode(upload.bytes)) as readonly Row[]
  if (!Array.isArray(rows)) return []
  const standing = new Set(STANDING[file].map((row) => canonicalJson(row)))
  const said = rows.filter((row) => !standing.has(canonicalJson(row))).map(({ key }) => String(key))
  const made = entries.map(keyOf)
  return said.sort().join() === made.sort().join() ? [] : ['makes a draft of other records than the file has']
}

/** What readers of a problem are told has to be a sentence. */
function noSentence(what: string): readonly string[] {
  // What a sentence quotes of the file may be anything.
  const own = what.replace(/"[^"]*"/g, '')
  const isOne = /[.…]$/.test(what) && !/undefined|\[object|NaN/.test(own) && !/^(transfer|editing)\./.test(what)
  return isOne ? [] : [`says no sentence: ${what.slice(0, 80)}`]
}

async function countOf(ask: AskSql, sql: string): Promise<number> {
  return Number((await ask(sql))[0]?.['count'])
}

/** Everything in the tables of the record, as one digest: those whose rows say in which revision they were recorded. */
async function recordOf(ask: AskSql): Promise<string> {
  const tables = await ask(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'recorded_in' order by 1`,
  )
  const sums = ['revision', ...tables.map(({ name }) => String(name))].map(
    (name) =>
      `select '${name}' || md5(coalesce(string_agg(one::text, '' order by one::text), '')) as sum from "${name}" one`,
  )
  if (sums.length < 5) throw new Error('the tables of the record were not found')
  return (await ask(sums.join(' union all ')))
    .map(({ sum }) => sum)
    .sort()
    .join()
}

function told({ uploads, kind, retire }: Import): string {
  const files = uploads.map(
    ({ name, bytes }) =>
      `${JSON.stringify(name)} (${bytes.length}) ${Buffer.from(bytes).toString('base64').slice(0, 3000)}`,
  )
  return `${kind}, retire ${JSON.stringify(retire)?.slice(0, 100)}: ${files.join(' | ')}`
}
