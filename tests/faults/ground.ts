import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/operating/embedded-postgres'
import { loadRecord } from '@/lib/operating/load-record'
import { migrate } from '@/lib/operating/migrate'
import { runningOn } from '@/lib/operating/postgres/running'
import { inProject } from '@/lib/operating/root'
import { makeAccounts } from '../support/accounts'
import { type Line, lineTo } from '../support/line'

/** A PostgreSQL as operators run it, and one address for it that stays the same whatever becomes of it. */
export type Ground = {
  /** Through the line: what the application is told. */
  readonly url: string
  /** Past the line, to look at what is stored. It is another one after each start. */
  readonly direct: () => string
  readonly line: Line
  /** Ends it as `kill -9` does: the postmaster alone, or every process of it at one moment. */
  readonly kill: (whom: 'postmaster' | 'everything') => Promise<void>
  /** Stops every process of it in its tracks, until `thaw`. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Starts it again on the same folder, as an operator's machine does. */
  readonly start: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** What was told to be on disk has to be there: nothing of what makes tests quick. */
const SETTINGS = ['max_connections=60']

/** How a ground is laid. */
export type Laid = {
  /** A folder to put it in; one of its own by default. */
  readonly at?: string
  /** The record and the people of the tests, unless it is to hold nothing. */
  readonly holds?: 'record' | 'nothing'
  readonly settings?: readonly string[]
}

/** Starts one, with what it holds. */
export async function layGround({ at, holds = 'record', settings = [] }: Laid = {}): Promise<Ground> {
  const parent = at ?? mkdtempSync(path.join(tmpdir(), 'sluice-faults-'))
  chmodSync(parent, 0o755) // PostgreSQL may run as another user than we
  const folder = path.join(parent, 'postgres')
  const launch = () => startEmbeddedPostgres({ folder, settings: [...SETTINGS, ...settings] })
  let running: EmbeddedPostgres = await launch()
  const line = await lineTo(running.port)
  const direct = () => running.url('postgres')
  if (holds === 'record') {
    await migrate(direct(), inProject('prisma/migrations'))
    const loaded = await loadRecord({ url: direct() })
    if (!loaded.ok) throw new Error(`the record was refused: ${JSON.stringify(loaded.refusal)}`)
    await makeAccounts(direct())
  }
  const url = new URL(direct())
  url.port = String(line.port)
  const signal = (name: NodeJS.Signals) => {
    for (const pid of family(folder)) quietly(() => process.kill(pid, name))
  }
  return {
    url: url.href,
    direct,
    line,
    async kill(whom) {
      const all = family(folder)
      for (const pid of whom === 'everything' ? all : all.slice(0, 1)) quietly(() => process.kill(pid, 'SIGKILL'))
      await running.ended
      while (all.some(isThere)) await pause(2) // orphans end by themselves, as they have no postmaster any more
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async start() {
      running = await launch()
      line.leadTo(running.port)
    },
    async remove() {
      signal('SIGCONT')
      await line.close()
      await running.stop()
      if (at === undefined) rmSync(parent, { recursive: true, force: true })
    },
  }
}

/** The postmaster on a folder and, after it, all its children. */
function family(folder: string): readonly number[] {
  const postmaster = runningOn(folder)?.pid
  if (postmaster === undefined) return []
  const children = readdirSync('/proc').flatMap((name) => (parentOf(name) === postmaster ? [Number(name)] : []))
  return [postmaster, ...children]
}

function parentOf(name: string): number | undefined {
  if (!/^\d+$/.test(name)) return undefined
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined // it ended meanwhile
  }
}

function isThere(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // it ended meanwhile
  }
}
