import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import type { Exhibit, ShownInExhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { noRulesOf } from '@/lib/contract/words/no-rules'
import type { ShownStatus } from '@/lib/contract/words/status'
import { statusWord } from '@/lib/contract/words/status'
import type { LocalDate } from '@/lib/ledger/interval'
import { RULE_VERSION } from '@/lib/ledger/rule-version'

/** What every page tells about itself. */
type Framed = {
  readonly coordinates: Coordinates
  readonly verifiedThrough: LocalDate | null
  readonly future: boolean
}

/** What every exhibit says of itself, whatever it shows. */
export function exhibitFrame(
  { coordinates, verifiedThrough, future }: Framed,
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
  | 'ahead'
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
    live: liveAddress({ ...coordinates, question: { ...question, known: null } }),
    question: { on, known, rev: revision, from, to, use, party, route },
    scope,
    recordedOn,
    ahead: future,
    verifiedThrough,
    clocks: [
      say('shell.coordinates.law', { day: dayInWords(on) }),
      known === null
        ? say('exhibit.everythingBy', { day: dayInWords(recordedOn) })
        : say('shell.coordinates.known', { day: dayInWords(known) }),
      say('shell.coordinates.revision', { number: revision }),
      verifiedThrough === null
        ? noRulesOf(question, 'part')
        : say('shell.coordinates.verified', { day: dayInWords(verifiedThrough) }),
    ],
    notes: [
      ...(future ? [say('exhibit.ahead', { day: dayInWords(on) })] : []),
      ...(verifiedThrough !== null && on > verifiedThrough
        ? [say('shell.beyondVerified', { day: dayInWords(verifiedThrough) })]
        : []),
      say('shell.footer.notLaw'),
      say('shell.footer.licence'),
    ],
  }
}

/** A sentence that means what it says under its heading alone: wherever it goes, the heading goes with it. */
export function under(heading: string, sentence: string): string {
  return say('exhibit.said', { title: heading, text: sentence })
}

/** A status in words, with what qualifies it. */
export function shown(status: ShownStatus, beforeEffect: boolean, details: readonly string[] = []): ShownInExhibit {
  return { status, beforeEffect, word: statusWord(status, beforeEffect), details: [...details] }
}
