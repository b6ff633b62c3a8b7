import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Gate } from '@/lib/operating/front/gate.mjs'

type Leave = () => void
type Entered = Leave | null | 'waits'

/** Two at once, or four while there is room; three may always wait, ten at most, and nobody longer than a second. */
const TERMS = { few: 2, many: 4, turns: 0, freely: 3, most: 10, waitMs: 1_000, longestMs: 20_000, longMs: 5_000 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function gateFull(terms = TERMS) {
  const gate = new Gate(terms)
  gate.expect(true)
  return gate
}

/** Somebody who asks to be let in, and how that stands. */
function someone(gate: Gate) {
  const one: { entered: Entered; gone: () => void } = { entered: 'waits', gone: () => undefined }
  const answer = gate.enter((gaveUp) => {
    one.gone = gaveUp
  })
  if (answer instanceof Promise) {
    answer.then((leave) => {
      one.entered = leave
    })
  } else one.entered = answer
  return one
}

const leave = ({ entered }: { entered: Entered }) => {
  if (typeof entered !== 'function') throw new Error(`not inside: ${entered}`)
  entered()
}
const settled = () => vi.advanceTimersByTimeAsync(0)
const states = (all: readonly { entered: Entered }[]) =>
  all.map(({ entered }) => (typeof entered === 'function' ? 'inside' : (entered ?? 'away')))

describe('a gate', () => {
  test('lets in so many at once, and then whoever waited longest', async () => {
    const gate = gateFull()
    const all = [1, 2, 3, 4].map(() => someone(gate))
    expect(states(all)).toEqual(['inside', 'inside', 'waits', 'waits'])
    leave(all[1] as never)
    await settled()
    expect(states(all)).toEqual(['inside', 'inside', 'inside', 'waits'])
    expect(gate.counts).toEqual({ inside: 2, waiting: 1 })
  })

  test('lets in more while the process has its hands free', async () => {
    const gate = gateFull()
    const all = [1, 2, 3, 4, 5].map(() => someone(gate))
    gate.expect(false)
    await settled()
    expect(states(all)).toEqual(['inside', 'inside', 'inside', 'inside', 'waits'])
  })

  test('looks who else knocks before it lets the next in, while the process has its hands full', async () => {
    const gate = gateFull({ ...TERMS, turns: 3 })
    const all = [1, 2, 3, 4].map(() => someone(gate))
    let turns = 0
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve)).then(() => (turns += 1))
    leave(all[0] as never)
    leave(all[1] as never)
    await settled()
    while (states(all).includes('waits') && turns < 20) await turn()
    expect(states(all)).toEqual(['inside', 'inside', 'inside', 'inside'])
    expect(turns).toBeGreaterThanOrEqual(5)
    expect(gate.counts).toEqual({ inside: 2, waiting: 0 })
  })

  test('counts nobody out twice', async () => {
    const gate = gateFull()
    const one = someone(gate)
    leave(one)
    leave(one)
    expect(gate.counts.inside).toBe(0)
  })

  test('lets wait whoever will be let in soon at the pace of the last moments, and nobody else', async () => {
    const gate = gateFull()
    const pace = async (ms: number) => {
      const inside = [someone(gate), someone(gate)]
      const waiting = Array.from({ length: 3 }, () => someone(gate))
      for (const one of [...inside, ...waiting]) {
        await vi.advanceTimersByTimeAsync(ms)
        leave(one)
        await settled()
      }
    }
    await pace(50)
    const quick = Array.from({ length: 12 }, () => someone(gate))
    expect(states(quick).filter((state) => state === 'waits').length).toBe(10) // all that may
    for (const one of quick) if (one.entered === 'waits') one.gone()
    for (const one of quick.slice(0, 2)) leave(one)
    await settled()

    await vi.advanceTimersByTimeAsync(10_000)
    await pace(500)
    const slow = Array.from({ length: 12 }, () => someone(gate))
    expect(states(slow).filter((state) => state === 'waits').length).toBe(3) // who always may
    expect(gate.again).toBeGreaterThanOrEqual(2)
  })

  test('lets wait again as soon as what made it slow is past', async () => {
    const gate = gateFull()
    const stuck = Array.from({ length: 5 }, () => someone(gate))
    await vi.advanceTimersByTimeAsync(4_000)
    expect(states([someone(gate)])).toEqual(['away'])
    for (const one of stuck) {
      leave(one)
      await settled()
    }
    await vi.advanceTimersByTimeAsync(20_000)
    const all = Array.from({ length: 8 }, () => someone(gate))
    expect(states(all)).not.toContain('away')
    expect(gate.again).toBe(1)
  })

  test('keeps no place for who is gone', async () => {
    const gate = gateFull()
    const [one, , third, fourth] = [1, 2, 3, 4].map(() => someone(gate))
    third?.gone()
    leave(one as never)
    await settled()
    expect(states([third as never, fourth as never])).toEqual(['away', 'inside'])
  })

  test('lets nobody wait for ever', async () => {
    const gate = gateFull({ ...TERMS, longMs: 60_000 })
    const [, , third] = [1, 2, 3].map(() => someone(gate))
    await vi.advanceTimersByTimeAsync(19_999)
    expect(states([third as never])).toEqual(['waits'])
    await vi.advanceTimersByTimeAsync(1)
    expect(states([third as never])).toEqual(['away'])
  })

  test('gives the place of who takes very long to another', async () => {
    const gate = gateFull()
    const [one, , third] = [1, 2, 3].map(() => someone(gate))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(states([third as never])).toEqual(['inside'])
    leave(one as never)
    expect(gate.counts.inside).toBe(1)
  })
})
