import type { ChildProcess } from 'node:child_process'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { BROWSER } from './load'

/** An address that is asked for; `names` where its answer says of which revision it is, and how. */
export type Place = { readonly path: string; readonly names?: 'rewrite' | 'header' | 'feed' }

/** What became of the requests for one address: its status, or what broke. Times are milliseconds. */
export type Outcome = { readonly path: string; readonly outcome: string; readonly times: Float64Array }

/** A request for "now": when it began, on the clock of `clock`, and the revision that its answer named. */
export type Named = { readonly began: number; readonly revision: number }

export type Told = {
  readonly outcomes: readonly Outcome[]
  readonly named: readonly Named[]
  /** Requests that were not sent, because too many before them were not answered. */
  readonly late: number
}

export type Wanted =
  | { readonly closed: { readonly connections: number } }
  | { readonly open: { readonly perSecond: number; readonly most: number } }

type Sent = {
  readonly outcomes: readonly { readonly name: string; readonly times: string }[]
  readonly named: string
  readonly late: number
}

/** Milliseconds of a clock that all processes of this machine share. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Has a crowd ask a server for addresses in turn; a process of its own asks, loopback only, and ends when it is done. */
export async function crowdOf(
  address: string,
  places: readonly Place[],
  seconds: number,
  wanted: Wanted,
): Promise<Told> {
  const { hostname: host, port } = new URL(address)
  const common = { id: 1, host, port: Number(port), headers: BROWSER, places, seconds }
  const order =
    'closed' in wanted ? { closed: { ...common, ...wanted.closed } } : { open: { ...common, ...wanted.open } }
  const child = startNode([inProject('tests/bench/crowd-generator.mjs')], {}, ['ignore', 'ignore', 'inherit', 'ipc'])
  try {
    return unpacked(await answerOf(child, order))
  } finally {
    child.kill()
    await endOf(child)
  }
}

function answerOf(child: ChildProcess, order: object): Promise<Sent> {
  return new Promise((resolve, reject) => {
    child.once('message', ({ value, error }: { readonly value?: Sent; readonly error?: string }) => {
      if (value === undefined) reject(new Error(error))
      else resolve(value)
    })
    child.once('exit', () => reject(new Error('the crowd ended')))
    child.send(order)
  })
}

function unpacked({ outcomes, named, late }: Sent): Told {
  const numbers = numbersOf(named)
  return {
    outcomes: outcomes.map(({ name, times }) => {
      const space = name.indexOf(' ')
      return { path: name.slice(0, space), outcome: name.slice(space + 1), times: numbersOf(times) }
    }),
    named: Array.from({ length: numbers.length / 2 }, (_, at) => ({
      began: numbers[2 * at] ?? 0,
      revision: numbers[2 * at + 1] ?? Number.NaN,
    })),
    late,
  }
}

function numbersOf(packed: string): Float64Array {
  const bytes = Buffer.from(packed, 'base64')
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}
