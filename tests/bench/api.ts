import { burst, summaryOf } from './load'
import { FLOORS } from './pages'

const CONNECTIONS = [1, 8, 32]
const ROUNDS = 3
const SECONDS = 0.4

const CASES = {
  'empty route handler': FLOORS.emptyHandler,
  matrix: '/api/v1/matrix?on=2026-11-22&rev=1',
  material: '/api/v1/materials/Dy?rev=1',
} as const

/** Requests per second over so many connections, of the API with and without an entity tag beside an empty route handler. */
export async function timeTheApi(server: string) {
  const rows: { [name: string]: { [figure: string]: number } } = {}
  for (const [name, path] of Object.entries(CASES)) {
    const etag = (await fetch(server + path)).headers.get('etag')
    for (const held of etag === null ? [undefined] : [undefined, etag]) {
      const figures: { [figure: string]: number } = {}
      for (const connections of CONNECTIONS) {
        const said = held === undefined ? {} : { status: 304, etag: held }
        const ask = (seconds: number) => burst(server + path, connections, seconds, said)
        await ask(0.1) // warms up
        const bursts = []
        for (let round = 0; round < ROUNDS; round += 1) bursts.push(await ask(SECONDS))
        const { perSecond, p99 } = summaryOf(bursts)
        figures[`${connections}: per second`] = Math.round(perSecond)
        figures[`${connections}: p99 ms`] = Math.round(p99 * 10) / 10
      }
      rows[held === undefined ? name : `${name}, 304`] = figures
    }
  }
  return rows
}
