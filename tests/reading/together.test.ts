import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { together } from '@/lib/reading/together'

/** A question whose answers come when the test says so. */
function aQuestion() {
  const asked: { answer: (value: number) => void; fail: (error: Error) => void }[] = []
  const ask = vi.fn(() => new Promise<number>((answer, fail) => asked.push({ answer, fail })))
  return { ask, asked }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('asking together', () => {
  test('asks at once when nobody else asks, and again for whoever comes after the answer', async () => {
    const { ask, asked } = aQuestion()
    const shared = together(ask, 50)
    const first = shared()
    asked[0]?.answer(1)
    expect(await first).toBe(1)
    await settle()
    const second = shared()
    asked[1]?.answer(2)
    expect(await second).toBe(2)
  })

  test('tells nobody what was asked before they came: all who come meanwhile share the next question', async () => {
    const { ask, asked } = aQuestion()
    const shared = together(ask, 50)
    const first = shared()
    const others = [shared(), shared(), shared()]
    expect(ask).toHaveBeenCalledTimes(1)
    asked[0]?.answer(1)
    expect(await first).toBe(1)
    await settle()
    expect(ask).toHaveBeenCalledTimes(2)
    asked[1]?.answer(2)
    expect(await Promise.all(others)).toEqual([2, 2, 2])
  })

  test('tells a failure to those who shared it, and asks again for the next', async () => {
    const { ask, asked } = aQuestion()
    const shared = together(ask, 50)
    const first = shared()
    const second = shared()
    asked[0]?.fail(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await settle()
    asked[1]?.answer(2)
    expect(await second).toBe(2)
  })

  test('does not wait for a question that hangs', async () => {
    const { ask, asked } = aQuestion()
    const shared = together(ask, 50)
    void shared()
    const second = shared()
    await vi.advanceTimersByTimeAsync(49)
    expect(ask).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    asked[1]?.answer(2)
    expect(await second).toBe(2)
  })
})
