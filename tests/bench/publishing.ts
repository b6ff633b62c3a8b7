import { setTimeout as pause } from 'node:timers/promises'
import { type Desk, deskOf } from './desk'
import { burst, watch } from './load'
import type { Served } from './served'
import { median, percentile } from './statistics'
import type { Measured, Subject } from './subject'

const TIMES = 9
/** So many pages are made first: a server publishes a few times a day and makes pages all the time. */
const MADE_BEFORE = 80
const READERS = [0, 8, 32]

/**
 * A revision published, and seen: how long publishing takes, and from its answer how long until the front page shows the
 * revision to a reader who asks again and again over a connection of his own. Publishing holds the newest revision, so it
 * is done by one at a time; what grows is the number of those who read meanwhile.
 */
export const publishing: Subject = {
  name: 'publishing',
  tells: 'a revision published by another process, ms',
  run: async (served) => {
    const running = await served()
    const desk = await deskOf(running)
    for (let day = 0; day < MADE_BEFORE; day += 1) await fetch(`${running.address}/r/1/${daysBack(day)}/matrix`)
    const rows = []
    for (const readers of READERS)
      rows.push([`beside ${readers} readers`, await published(running, desk, readers)] as const)
    const quiet = rows[0]?.[1]
    const figures = {
      publishToVisible: quiet?.['visible after, p50'] ?? null,
      publishToVisibleMost: quiet?.['visible after, most'] ?? null,
      publish: quiet?.['publish p50'] ?? null,
    }
    return { table: Object.fromEntries(rows), figures, notes: NOTES } satisfies Measured
  },
}

const NOTES = [
  'Publishing is the editors’ own verb, asked by this command on the database of the run: the server is told nothing.',
  'Its answer comes after the commit; the reader’s answer counts when it is whole.',
]

async function published({ address }: Served, desk: Desk, readers: number) {
  const took: number[] = []
  const visible: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const publish = await desk.drafted()
    const next = `revision ${(await newest(address)) + 1}`
    const reading = readers === 0 ? null : burst(`${address}/r/1/2026-11-22/matrix`, readers, 2)
    const seen = watch(`${address}/`, next, 30)
    seen.catch(() => undefined) // where publishing fails, that is what is told
    await pause(300)
    const began = performance.now()
    await publish()
    const ended = performance.now()
    took.push(ended - began)
    visible.push((await seen).at - performance.timeOrigin - ended)
    await reading
  }
  const sorted = took.toSorted((a, b) => a - b)
  return {
    'publish p50': median(took),
    'publish p99': percentile(sorted, 0.99),
    'visible after, p50': median(visible),
    'visible after, most': Math.max(...visible),
  }
}

function daysBack(days: number): string {
  return new Date(Date.UTC(2026, 10, 21 - days)).toISOString().slice(0, 10)
}

async function newest(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/status?material=Dy&form=metal`)
  return Number(answer.headers.get('x-sluice-revision'))
}
