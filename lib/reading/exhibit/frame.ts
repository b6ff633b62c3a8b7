import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import type { Exhibit, ShownInExhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import { RULE_VERSION } from '@/lib/ledger/rule-version'
import type { Status } from '@/lib/ledger/status'

/** What every exhibit says of itself, whatever it shows. */
export function exhibitFrame(
  { coordinates, verifiedThrough }: { readonly coordinates: Coordinates; readonly verifiedThrough: LocalDate | null },
  recordedOn: LocalDate,
): Pick<
  Exhibit,
  | 'format'
  | 'rules'
  | 'view'
  | 'address'
  | 'live'
  | 'question'
  | 'scope'
  | 'recordedOn'
  | 'verifiedThrough'
  | 'clocks'
  | 'notes'
> {
  const { question, revision, scope, view } = coordinates
  const { on, known, from, to, use, party, route } = question
  return {
    format: 1,
    rules: RULE_VERSION,
    view: view.name,
    address: addressOf(coordinates),
    live: liveAddress(coordinates),
    question: { on, known, rev: revision, from, to, use, party, route },
    scope,
    recordedOn,
    verifiedThrough,
    clocks: [
      say('shell.coordinates.law', { day: dayInWords(on) }),
      known === null ? say('shell.coordinates.everything') : say('shell.coordinates.known', { day: dayInWords(known) }),
      say('shell.coordinates.revision', { number: revision }),
      ...(verifiedThrough === null ? [] : [say('shell.coordinates.verified', { day: dayInWords(verifiedThrough) })]),
    ],
    notes: [say('shell.footer.notLaw'), say('shell.footer.licence')],
  }
}

/** A status in words, with what qualifies it. */
export function shown(
  status: Status | 'mixed',
  beforeEffect: boolean,
  details: readonly string[] = [],
): ShownInExhibit {
  const word = status === 'paused' && beforeEffect ? say('status.pausedBeforeEffect') : say(`status.cell.${status}`)
  return { status, beforeEffect, word, details: [...details] }
}
