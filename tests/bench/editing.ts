import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { applyChanges } from '@/lib/ledger/apply'
import { impactOf } from '@/lib/ledger/impact'
import { localDate } from '@/lib/ledger/interval'
import { brokenRules } from '@/lib/ledger/rules/rules'
import { changesOf, theExtension, theNotice } from '../ledger/extension-notice'
import { timesAsLarge } from '../support/larger'
import { theRecord } from '../support/record'
import { timed } from './timed'

/** Milliseconds for what an editor waits for: rules and consequences of an extension, and the hash of a password. */
export async function timeEditing() {
  return {
    'the real record': previewOf(1, 5),
    '20 times as large': previewOf(20, 1),
    'a password': { hash: await timePassword() },
  }
}

function previewOf(times: number, rounds: number) {
  const before = timesAsLarge(theRecord(), times)
  const changes = changesOf(theNotice(), theExtension())
  const after = applyChanges(before, changes)
  const edit = { before, after, changes, kind: 'law', today: localDate('2026-11-22') } as const
  return {
    rules: timed(rounds, () => brokenRules(edit)),
    consequencesFirst: timed(1, () => impactOf(before, after)),
    consequences: timed(rounds, () => impactOf(before, after)),
  }
}

async function timePassword(): Promise<number> {
  const hash = await hashPassword('correct horse battery staple')
  const began = performance.now()
  for (let round = 0; round < 10; round += 1) await verifyPassword({ hash, password: 'correct horse battery staple' })
  return (performance.now() - began) / 10
}
