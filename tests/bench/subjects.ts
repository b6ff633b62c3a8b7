import { timeTheApi } from './api'
import { cases } from './cases'
import { charts } from './charts'
import { timeTheChecks } from './checks'
import { timeTheClaims } from './claims'
import { timeEditing } from './editing'
import { timeExports } from './exports'
import { timeTheLedger } from './ledger'
import { lighthouse } from './lighthouse'
import { memory } from './memory'
import { timeThePalette } from './palette'
import { timePictures } from './pictures'
import { publishing } from './publishing'
import { scale } from './scale/scale'
import { timeSnapshots } from './snapshots'
import { start } from './start'
import type { Subject } from './subject'
import { targets } from './targets'
import { weight } from './weight'

/** Every subject, in the order of a whole run. What publishes comes last: it makes the record another one. */
export const SUBJECTS: readonly Subject[] = [
  start,
  targets,
  cases,
  weight,
  lighthouse,
  charts,
  { name: 'api', tells: 'the API', run: async (served) => ({ table: await timeTheApi((await served()).address) }) },
  {
    name: 'palette',
    tells: 'the palette while somebody types',
    run: async (served) => ({ table: await timeThePalette((await served()).address) }),
  },
  { name: 'snapshots', tells: 'snapshots', run: async (served) => timeSnapshots((await served()).address) },
  {
    name: 'pictures',
    tells: 'pictures',
    run: async (served) => ({ table: await timePictures((await served()).address) }),
  },
  { name: 'ledger', tells: 'the ledger, ms', run: async () => ({ table: { 'the real record': timeTheLedger() } }) },
  { name: 'checks', tells: 'a check of goods, ms', run: async () => ({ table: { ms: timeTheChecks() } }) },
  { name: 'claims', tells: 'claims held against the law, ms', run: async () => ({ table: { ms: timeTheClaims() } }) },
  { name: 'editing', tells: 'what an editor waits for, ms', run: async () => ({ table: await timeEditing() }) },
  { name: 'exports', tells: 'files of the matrix, ms and bytes', run: async () => ({ table: await timeExports() }) },
  memory,
  publishing,
  scale,
]
