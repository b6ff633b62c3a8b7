import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { headRevision as askHead } from '@/lib/db/revisions'
import { headRevision, todayInBeijing } from '@/lib/reading/now'

vi.mock('@/lib/db/revisions', () => ({ headRevision: vi.fn() }))

const away = Object.assign(new Error('away'), { name: 'DatabaseAway' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, 'sluice.head')
})

describe('today', () => {
  test.for([
    ['2025-10-08T15:59:59Z', '2025-10-08'],
    ['2025-10-08T16:00:00Z', '2025-10-09'],
    ['2026-11-10T15:59:59Z', '2026-11-10'],
    ['2026-11-10T16:00:00Z', '2026-11-11'],
  ] as const)('in Beijing is at %s the %s, wherever the server stands', ([instant, day]) => {
    vi.setSystemTime(new Date(instant))
    expect(todayInBeijing()).toBe(day)
  })
})

describe('the newest revision', () => {
  test('is asked for each time', async () => {
    vi.mocked(askHead).mockResolvedValueOnce(41).mockResolvedValueOnce(42)
    expect(await headRevision()).toEqual({ revision: 41, known: 'asked' })
    expect(await headRevision()).toEqual({ revision: 42, known: 'asked' })
  })

  test('is the last one seen while the database is away', async () => {
    vi.mocked(askHead).mockResolvedValueOnce(41).mockRejectedValueOnce(away).mockResolvedValueOnce(42)
    await headRevision()
    expect(await headRevision()).toEqual({ revision: 41, known: 'seen' })
    expect(await headRevision()).toEqual({ revision: 42, known: 'asked' })
  })

  test('is the last one seen when the database takes too long', async () => {
    vi.mocked(askHead)
      .mockResolvedValueOnce(41)
      .mockReturnValueOnce(new Promise(() => undefined))
    await headRevision()
    const head = headRevision()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await head).toEqual({ revision: 41, known: 'seen' })
  })

  test('is the one that the database named, where only this process was too busy to read it', async () => {
    vi.useRealTimers()
    vi.mocked(askHead)
      .mockResolvedValueOnce(41)
      .mockImplementationOnce(async () => {
        await readFile(import.meta.filename)
        return 42
      })
    await headRevision()
    const head = headRevision()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_050)
    expect(await head).toEqual({ revision: 42, known: 'asked' })
  })

  test('is nothing when none was ever seen, or none is published', async () => {
    vi.mocked(askHead).mockRejectedValueOnce(away).mockResolvedValueOnce(null)
    expect(await headRevision()).toBeNull()
    expect(await headRevision()).toBeNull()
  })

  test('hides no fault that is not the database’s absence', async () => {
    vi.mocked(askHead).mockResolvedValueOnce(41).mockRejectedValueOnce(new TypeError('a bug'))
    await headRevision()
    await expect(headRevision()).rejects.toThrow('a bug')
  })
})
