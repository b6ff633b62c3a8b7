import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { FILE_NAMES } from '@/lib/contract/record/files'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { exportOf } from '@/lib/editing/export'
import { useDatabase } from '../support/database'
import { theFiles } from '../support/record-files'

beforeAll(async () => {
  await useDatabase('record')
  return closeDatabase
})

const onDisk = (name: string) => readFileSync(new URL(`../../prisma/data/${name}.json`, import.meta.url), 'utf8')

describe('an export of the record', () => {
  test.for(FILE_NAMES)('prints %s byte for byte as the record was first written', async (name) => {
    const record = await ledgerAt(1)
    if (record === null) throw new Error('there is no revision 1')
    expect(exportOf(record, { file: name, format: 'json' })).toBe(onDisk(name))
  })

  test('has all ten files in one', async () => {
    const record = await ledgerAt(1)
    if (record === null) throw new Error('there is no revision 1')
    const whole = JSON.parse(exportOf(record, { file: 'record', format: 'json' })) as object
    expect(whole).toEqual(theFiles())
    expect(Object.keys(whole)).toEqual(FILE_NAMES)
  })
})
