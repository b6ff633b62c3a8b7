import { expect, test } from 'vitest'
import type { Standing } from '@/lib/ledger/standing'
import { countStates } from '@/lib/ledger/standing'
import type { ProvisionState } from '@/lib/ledger/status'

function standing(state: ProvisionState, revivedFrom: readonly string[] = []): Standing {
  return { state, revivedFrom } as Standing
}

test('lines are counted by what they do, the most frequent first, and an unverified revival apart', () => {
  const counted = countStates([
    standing('suspended'),
    standing('in-force'),
    standing('in-force', ['cn-2025-70-1']),
    standing('in-force', ['cn-2025-70-1']),
    standing('in-force', ['cn-2025-70-1', 'cn-2025-72-1']),
  ])
  expect(counted.map(({ state, firm, lines }) => `${lines} ${state} ${firm ? 'firm' : 'not verified'}`)).toEqual([
    '3 in-force not verified',
    '1 suspended firm',
    '1 in-force firm',
  ])
  expect(countStates([])).toEqual([])
})
