import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { onStop } from '@/lib/operating/stopping.mjs'
import { startSluice } from '../support/sluice'
import { startThrowAwayPostgres } from '../support/throw-away-postgres'

/** A production server that also tells what only its process knows, see `inside.mjs`. */
export type MeasuredServer = {
  readonly address: string
  /** Its database, for the user that migrates. */
  readonly databaseUrl: string
  /** What the process says at a path of `inside.mjs`. */
  readonly inside: <Told>(place: string) => Promise<Told>
  readonly stop: () => Promise<void>
}

/** Starts one as `npm start` does, from its build, on a database of its own. It ends with this program, however that ends. */
export async function startMeasured(settings: Readonly<Record<string, string>> = {}): Promise<MeasuredServer> {
  process.env['NEXT_DIST_DIR'] ??= '.next'
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-measured-'))
  onStop(() => rmSync(folder, { recursive: true, force: true }))
  const postgres = await startThrowAwayPostgres()
  onStop(postgres.remove)
  const [port, told] = [await freePort(), await freePort()]
  const sluice = await startSluice({
    host: '127.0.0.1',
    port: String(port),
    databaseUrl: postgres.url('postgres'),
    log: path.join(folder, 'server.log'),
    settings: {
      ...settings,
      NODE_OPTIONS: `--import ${pathToFileURL(inProject('tests/bench/inside.mjs')).href}`,
      SLUICE_BENCH_INSIDE: String(told),
    },
  })
  onStop(() => sluice.stop().catch((error) => console.error(error)))
  const inside = async <Told>(place: string): Promise<Told> => {
    const answer = await fetch(`http://127.0.0.1:${told}${place}`)
    return (await answer.json()) as Told
  }
  return { address: sluice.address, databaseUrl: postgres.url('postgres'), inside, stop: sluice.stop }
}
