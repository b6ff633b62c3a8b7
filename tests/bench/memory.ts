import { burst } from './load'
import { FLOORS, MATRIX } from './pages'
import type { Served } from './served'
import type { Measured, Subject } from './subject'
import { usageBelow } from './usage'

const SECONDS = 60
const CONNECTIONS = 8

/** What readers ask, mixed: kept pages, "now", pages made for them, the API, files, searches. */
const MIXED = [
  '/',
  MATRIX,
  '/materials/Dy',
  '/r/1/2026-11-22/proof/Ho/metal',
  '/r/1/2026-11-22/claims',
  '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1',
  '/search?q=dysprosium',
  '/r/1/2026-11-22/matrix.csv',
  FLOORS.emptyDynamic,
]

/** Memory of the server: before, and every ten seconds of a minute in which everything is asked. */
export const memory: Subject = {
  name: 'memory',
  tells: `memory of the server through ${SECONDS} s of mixed load, megabytes`,
  run: async (served) => measured(await served()),
}

async function measured({ address, pid }: Served): Promise<Measured> {
  const megabytes = () => usageBelow(pid)?.megabytes ?? null
  const row: { [at: string]: number | null } = { before: megabytes() }
  for (let second = 10; second <= SECONDS; second += 10) {
    const until = performance.now() + 10_000
    for (let next = second; performance.now() < until; next += 1) {
      await burst(address + (MIXED[next % MIXED.length] ?? '/'), CONNECTIONS, 0.25)
    }
    row[`after ${second} s`] = megabytes()
  }
  return { table: { server: row }, figures: { megabytesAfterMinute: row[`after ${SECONDS} s`] ?? null } }
}
