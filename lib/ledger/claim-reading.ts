import type { EditorReading } from './editor-reading'
import { editorReading } from './editor-reading'
import type { Gap } from './gap'
import { gapOf } from './gap'
import type { LocalDate } from './interval'
import { earlier, localDate } from './interval'
import { asKnown, saidBy } from './period'
import type { Claim } from './testimony'
import type { Verdict } from './verdict'
import { verdictOf } from './verdict'
import type { Weighing } from './weighing'

/** The day that a page asks about, and the day up to which issued instruments count (`null`: everything recorded). */
export type AskedDay = { readonly on: LocalDate; readonly known: LocalDate | null }

/** What the law makes of one claim: when it was said, and on the day asked. */
export type ClaimReading = {
  readonly claim: Claim
  /** The day by which it had been said for certain, as which it is read. */
  readonly said: LocalDate
  /** By what was known that day; `null` when the record does not reach back to it, or its month is not over yet. */
  readonly whenSaid: Verdict | null
  /** On the day asked by what counts there, and the days waited to it; `null` when its month is not over yet. */
  readonly onDay: Verdict | null
  readonly gap: Gap | null
  readonly editor: EditorReading
}

/** Whether a claim may have been made by the day asked, and by the known day: from the first day of its period on. */
export function mayHaveBeenSaid({ saidOn, precision }: Claim, { on, known }: AskedDay): boolean {
  const printed = asKnown(saidOn, precision)
  const first = localDate(`${printed}-01-01`.slice(0, 10))
  return first <= on && (known === null || first <= known)
}

/**
 * Reads one claim against the law.
 *
 * @param weighing of everything recorded: what was known on earlier days is taken from it.
 * @param asked a day not before the record begins.
 */
export function readClaim(weighing: Weighing, claim: Claim, asked: AskedDay): ClaimReading {
  const said = saidBy(claim)
  const by = asked.known === null ? asked.on : earlier(asked.known, asked.on)
  const counting = asked.known === null ? weighing : weighing.asKnownOn(asked.known)
  const isOver = said <= asked.on && (asked.known === null || said <= asked.known)
  const untestable = counting.cellsOf(claim).length === 0
  return {
    claim,
    said,
    whenSaid: untestable || (isOver && said >= weighing.law.coversFrom) ? saidOf(weighing, claim, said) : null,
    onDay: untestable || isOver ? verdictOf(counting.law, claim, asked.on, counting) : null,
    gap: isOver ? gapOf(weighing.asKnownOn(by), claim, asked.on) : null,
    editor: editorReading(weighing, claim),
  }
}

function saidOf(weighing: Weighing, claim: Claim, said: LocalDate): Verdict {
  const then = weighing.asKnownOn(said)
  return verdictOf(then.law, claim, said, then)
}

/** The claims that may have been made by the day asked, the latest first, each as it is read. */
export function readClaims(weighing: Weighing, claims: readonly Claim[], asked: AskedDay): readonly ClaimReading[] {
  return claims
    .filter((claim) => mayHaveBeenSaid(claim, asked))
    .map((claim) => readClaim(weighing, claim, asked))
    .sort((a, b) => order(b.claim, a.claim))
}

function order(a: Claim, b: Claim): number {
  const [saidA, saidB] = [saidBy(a), saidBy(b)]
  if (saidA !== saidB) return saidA < saidB ? -1 : 1
  return a.key < b.key ? 1 : -1
}
