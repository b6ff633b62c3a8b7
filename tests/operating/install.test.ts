import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { missingPackage, nodeComplaint } from '@/lib/operating/install.mjs'

describe('the Node that runs', () => {
  test.for(['20.19.0', '20.20.2', '22.12.0', '23.1.0', '24.0.0', '26.3.1'])('may be %s', (version) => {
    expect(nodeComplaint(version)).toBeNull()
  })

  test.for(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('may not be %s', (version) => {
    expect(nodeComplaint(version)).toBe(
      `Sluice needs Node 20.19, 22.12 or newer (24 is best), and this is Node ${version}: install a newer one.`,
    )
  })
})

describe('the installed packages', () => {
  const lock = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-darwin-arm64': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  }
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sluice-packages-'))
    mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true })
    write('package-lock.json', lock)
    write('node_modules/.package-lock.json', { 'node_modules/a': lock['node_modules/a'] })
  })

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function write(file: string, packages: object): void {
    writeFileSync(path.join(folder, file), JSON.stringify({ packages }))
  }

  test('are those of the lock, without the optional ones of other systems', () => {
    expect(missingPackage(folder)).toBeNull()
  })

  test('are missing when npm did not finish, as its account comes last', () => {
    rmSync(path.join(folder, 'node_modules/.package-lock.json'))
    expect(missingPackage(folder)).toBe('nothing is installed')
  })

  test('are missing when the lock names another version', () => {
    write('package-lock.json', { ...lock, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } })
    expect(missingPackage(folder)).toBe('node_modules/a is not as locked')
  })

  test('are missing when the lock names other contents of the same version', () => {
    write('package-lock.json', { ...lock, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } })
    expect(missingPackage(folder)).toBe('node_modules/a is not as locked')
  })

  test('are missing when the lock names one more', () => {
    write('package-lock.json', { ...lock, 'node_modules/c': { version: '2.0.0' } })
    expect(missingPackage(folder)).toBe('node_modules/c is not as locked')
  })

  test('are missing when someone removed one', () => {
    rmSync(path.join(folder, 'node_modules/a'), { recursive: true })
    expect(missingPackage(folder)).toBe('node_modules/a is gone')
  })
})
