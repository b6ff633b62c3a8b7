import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { historyOf } from '../../support/large/history'
import { loadHistory } from '../../support/large/load'
import { startThrowAwayPostgres } from '../../support/throw-away-postgres'
import type { Measured, Ratio, Subject } from '../subject'
import type { Asked } from './ask'

/** Kinds of work, and how many times longer the largest record may take than the real one. */
const WORK = {
  cell: 2,
  material: 2,
  matrix: 2,
  elements: 2,
  search: null,
  'preview of an extension': 3,
  'preview of words': 3,
  publish: 3,
} as const

type Work = keyof typeof WORK

const SIZES = [1, 20]

/**
 * The same work on records of several sizes, each in a process of its own; `--sizes=1,1000` says which (a thousand times the
 * real record takes a quarter of an hour to load). Before the first is
 * asked, all are loaded, and then they are asked in turn: a busy spell of the machine falls on all of them alike.
 */
export const scale: Subject = {
  name: 'scale',
  tells: 'records of several sizes: ms unless it says otherwise',
  run: async () => {
    const server = await startThrowAwayPostgres()
    try {
      const loaded: Sized[] = []
      for (const times of sizes()) loaded.push(await load(server.url, times))
      const rows: [string, Row][] = []
      for (const work of Object.keys(WORK) as Work[]) rows.push(...(await compared(work, loaded)))
      rows.push(...loaded.map(({ times, told }): [string, Row] => [`${times}×, loaded`, told]))
      return { table: Object.fromEntries(rows), ratios: ratiosOf(rows), notes: NOTES } satisfies Measured
    } finally {
      await server.remove()
    }
  },
}

const NOTES = [
  'Every size is opened in parts here, so that like is compared with like; the real record is held whole as a rule.',
  '“first” is the first of a process, with all that it has to start; “another” is what was not asked before; “again” was.',
  'Things that speak of every rare earth, of every controlled item or of every list are there once at every size.',
  'A preview of an extension reaches the same materials at every size. Memory is of the process when it was done, in MB.',
]

type Row = { readonly [column: string]: number | string | null }
type Sized = { readonly times: number; readonly url: string; readonly told: Row }

function sizes(): readonly number[] {
  const said = process.argv.find((word) => word.startsWith('--sizes='))?.slice('--sizes='.length)
  const wanted = said === undefined ? SIZES : said.split(',').map(Number)
  if (wanted.some((times) => !Number.isInteger(times) || times < 1)) throw new RangeError('sizes are like --sizes=1,20')
  return wanted
}

async function load(urlOf: (database: string) => string, times: number): Promise<Sized> {
  const name = `scale_${times}`
  const url = urlOf(name)
  const began = performance.now()
  await asked(urlOf('postgres'), `create database ${name}`)
  await migrate(url, inProject('prisma/migrations'))
  const { revisions, changes } = await loadHistory(url, historyOf(times))
  const seconds = (performance.now() - began) / 1000
  const [size] = await asked<{ mb: number }>(url, `select pg_database_size('${name}') / 1048576.0 as mb`)
  return {
    times,
    url,
    told: { revisions, versions: changes, 'load, s': seconds, 'on disk, MB': Number(size?.mb ?? 0) },
  }
}

async function asked<One extends object>(url: string, sql: string): Promise<readonly One[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<One>(sql)).rows
  } finally {
    await client.end()
  }
}

/** One kind of work at every size, and the largest as a multiple of the smallest. */
async function compared(work: Work, loaded: readonly Sized[]): Promise<[string, Row][]> {
  const rows: [string, Asked][] = []
  for (const { times, url } of loaded) rows.push([`${times}×, ${work}`, await ask(url, work, 'in parts')])
  const [least, most] = [rows[0]?.[1], rows.at(-1)?.[1]]
  const [smallest] = loaded
  if (smallest?.times === 1) rows.push([`1× held whole, ${work}`, await ask(smallest.url, work, 'as it comes')])
  if (least === undefined || most === undefined || rows.length < 2) return rows
  const ratio = (name: keyof Asked) => most[name] / least[name]
  const times = { another: ratio('another'), again: ratio('again'), memory: ratio('memory'), 'at most': WORK[work] }
  return [...rows, [`largest ÷ smallest, ${work}`, { first: ratio('first'), ...times }]]
}

/** @param opened a small record is held whole as a rule, so that its parts would be compared with what is at hand already. */
async function ask(url: string, work: Work, opened: 'in parts' | 'as it comes'): Promise<Asked> {
  const words = ['--conditions=react-server', inProject('tests/bench/scale/ask.mjs'), `--work=${work}`]
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { ...process.env, DATABASE_URL: url, ...(opened === 'in parts' ? { HOLD_WHOLE_UP_TO: '0' } : {}) },
    timeout: 600_000,
  })
  return JSON.parse(stdout) as Asked
}

/** Each is of two medians of one run, so that there is nothing to tell of a spread. */
function ratiosOf(rows: readonly [string, Row][]): { readonly [name: string]: Ratio } {
  return Object.fromEntries(
    rows.flatMap(([name, { another }]) =>
      name.startsWith('largest') && typeof another === 'number'
        ? [[`scale ${name.split(', ')[1]}`, { median: another, least: another, most: another, rounds: 1 }]]
        : [],
    ),
  )
}
