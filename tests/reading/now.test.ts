import { stat } from 'node:fs/promises'
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
  for (const name of ['sluice.head', 'sluice.hangs']) Reflect.deleteProperty(globalThis, name)
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

  test('is waited for once while the database hangs, and again from its next answer on', async () => {
    let answer: (revision: number) => void = () => undefined
    const never = () => new Promise<number>(() => undefined)
    const late = () =>
      new Promise<number>((resolve) => {
        answer = resolve
      })
    vi.mocked(askHead).mockResolvedValueOnce(41).mockImplementation(never)
    await headRevision()
    const first = headRevision()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await first).toEqual({ revision: 41, known: 'seen' })
    vi.mocked(askHead).mockImplementation(late)
    const second = headRevision()
    await vi.advanceTimersByTimeAsync(250)
    expect(await second).toEqual({ revision: 41, known: 'seen' })
    answer(42)
    await vi.advanceTimersByTimeAsync(0)
    const third = headRevision()
    await vi.advanceTimersByTimeAsync(1_000)
    answer(43)
    expect(await third).toEqual({ revision: 43, known: 'asked' })
    vi.mocked(askHead).mockReset()
  })

  test('is the one that the database named, where only this process was too busy to read it', async () => {
    vi.useRealTimers()
    vi.mocked(askHead)
      .mockResolvedValueOnce(41)
      .mockImplementationOnce(async () => {
        await stat(import.meta.filename) // one step, done while this process is busy, and read when it no longer is
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
