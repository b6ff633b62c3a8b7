import { readClaims } from '@/lib/ledger/claim-reading'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { loudestClaim } from '@/lib/ledger/loudest'
import { weigh } from '@/lib/ledger/weighing'
import { theRecord } from '../support/record'
import { timed } from './timed'

/** Milliseconds to hold every claim against the law: of a record nobody has asked of yet, and of one that is open. */
export function timeTheClaims() {
  const record = theRecord()
  const asked = { on: localDate('2026-11-22'), known: null }
  const open = weigh(openLaw(record, null))
  return {
    claims: record.claims.length,
    readFirst: timed(5, () => readClaims(weigh(openLaw(record, null)), record.claims, asked)),
    read: timed(20, () => readClaims(open, record.claims, asked)),
    loudestFirst: timed(5, () => loudestClaim(weigh(openLaw(record, null)), record.claims, asked)),
    loudest: timed(20, () => loudestClaim(open, record.claims, asked)),
  }
}
