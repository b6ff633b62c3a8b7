import { afterAll, afterEach, beforeAll } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { useDatabase } from './database'
import { anaAndBen } from './people'
import { readNothing } from './read-nothing'
import { appendHistory } from './revisions'

/** The real record with a history, for tests that open it whole and in parts: what one of them set is taken back after it. */
export function holdsHistoryInParts(): void {
  let database: Database

  beforeAll(async () => {
    database = openDatabase(await useDatabase('record'))
    await anaAndBen(database)
    await appendHistory(database)
  })

  afterEach(() => {
    delete process.env['HOLD_WHOLE_UP_TO']
    delete process.env['READ_WHOLE_UP_TO']
    readNothing()
  })

  afterAll(async () => {
    await database.close()
    await closeDatabase()
  })
}
