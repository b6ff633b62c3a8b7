import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What a tree of processes used so far: CPU in microseconds, user and system; memory of its largest in megabytes. */
export type Usage = { readonly server: number; readonly database: number; readonly megabytes: number }

type Process = {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly cpu: number
  readonly kb: number
}

/** What Linux counts CPU time in, on every architecture that Node runs on. */
const TICK_US = 10_000

/**
 * What the server below `root` used so far, and apart from it its database; of ended children what their parents know.
 * Where there is no `/proc`, `ps` is asked; where there is neither, `null`.
 */
export function usageBelow(root: number): Usage | null {
  const all = processes()
  if (all === null) return null
  const family = new Set([root])
  for (let grown = -1; grown !== family.size; ) {
    grown = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  const ours = all.filter(({ pid }) => family.has(pid))
  const isDatabase = ({ name }: Process) => name.includes('postgres')
  const cpu = (some: readonly Process[]) => some.reduce((sum, one) => sum + one.cpu, 0)
  const server = ours.filter((one) => !isDatabase(one))
  return {
    server: cpu(server),
    database: cpu(ours.filter(isDatabase)),
    megabytes: Math.max(0, ...server.map(({ kb }) => kb)) / 1024,
  }
}

function processes(): readonly Process[] | null {
  if (existsSync('/proc/self/stat'))
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? inProc(name) : []))
  try {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,time=,comm='], { encoding: 'utf8' }).trim().split('\n')
    return lines.flatMap((line) => inPs(line))
  } catch {
    return null
  }
}

function inProc(pid: string): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    // After the name: state, parent, …; the 12th to the 15th are user and system time, its own and of ended children.
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = rest.slice(11, 15).reduce((sum, one) => sum + Number(one), 0)
    const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    return [{ pid: Number(pid), parent: Number(rest[1]), name, cpu: ticks * TICK_US, kb }]
  } catch {
    return [] // it ended meanwhile
  }
}

/** `123 1 20480 1:02.35 /usr/bin/node`: minutes, seconds and hundredths. */
function inPs(line: string): readonly Process[] {
  const [pid, parent, kb, time, ...name] = line.trim().split(/\s+/)
  if (pid === undefined || time === undefined) return []
  const seconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0)
  return [{ pid: Number(pid), parent: Number(parent), name: name.join(' '), cpu: seconds * 1e6, kb: Number(kb) }]
}
