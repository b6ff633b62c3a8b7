import { agreedDays } from './agreed-days'
import type { EditorReading } from './editor-reading'
import { editorReading } from './editor-reading'
import type { Gap } from './gap'
import { gapOf } from './gap'
import type { Interval, LocalDate } from './interval'
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
  /** The day as which it is read: by which it had been said for certain, or the day asked while its period goes on. */
  readonly said: LocalDate
  /** By what was known that day; `null` when the record does not reach back to it, or it cannot have been said yet. */
  readonly whenSaid: Verdict | null
  /** On the day asked by what counts there; `null` when it cannot have been said yet. */
  readonly onDay: Verdict | null
  /** The days waited to the day asked; `null` when it had not been said for certain. */
  readonly gap: Gap | null
  /** The days on which every asserted cell is as was said, by what is on file on the day asked, scheduled days included. */
  readonly agreed: readonly Interval[]
  readonly editor: EditorReading
}

/** Whether a claim may have been made by the day asked, and by the known day: from the first day of its period on. */
export function mayHaveBeenSaid(claim: Claim, { on, known }: AskedDay): boolean {
  const first = saidFrom(claim)
  return first <= on && (known === null || first <= known)
}

/** The first day on which a claim may have been made. */
function saidFrom({ saidOn, precision }: Claim): LocalDate {
  return localDate(`${asKnown(saidOn, precision)}-01-01`.slice(0, 10))
}

/**
 * Reads one claim against the law. One whose month or year is not over on the day asked is read on that day, and nothing
 * is counted from it yet.
 *
 * @param weighing of everything recorded: what was known on earlier days is taken from it.
 * @param asked a day not before the record begins.
 */
export function readClaim(weighing: Weighing, claim: Claim, asked: AskedDay): ClaimReading {
  const by = asked.known === null ? asked.on : earlier(asked.known, asked.on)
  const isOver = saidBy(claim) <= by
  const mayBe = mayHaveBeenSaid(claim, asked)
  const said = mayBe ? earlier(saidBy(claim), by) : saidBy(claim)
  const counting = asked.known === null ? weighing : weighing.asKnownOn(asked.known)
  const onFile = weighing.asKnownOn(by)
  const untestable = counting.cellsOf(claim).length === 0
  return {
    claim,
    said,
    whenSaid: untestable || (mayBe && said >= weighing.law.coversFrom) ? saidOf(weighing, claim, said) : null,
    onDay: untestable || mayBe ? verdictOf(counting.law, claim, asked.on, counting) : null,
    gap: isOver ? gapOf(onFile, claim, asked.on) : null,
    agreed: isOver ? agreedDays(onFile, claim) : [],
    editor: editorReading(weighing, claim),
  }
}

function saidOf(weighing: Weighing, claim: Claim, said: LocalDate): Verdict {
  const then = weighing.asKnownOn(said)
  return verdictOf(then.law, claim, said, then)
}

/** The claims that may have been made by the day asked, by the first day that may be theirs, the latest first. */
export function readClaims(weighing: Weighing, claims: readonly Claim[], asked: AskedDay): readonly ClaimReading[] {
  return claims
    .filter((claim) => mayHaveBeenSaid(claim, asked))
    .map((claim) => readClaim(weighing, claim, asked))
    .sort((a, b) => order(b.claim, a.claim))
}

function order(a: Claim, b: Claim): number {
  const [saidA, saidB] = [saidFrom(a), saidFrom(b)]
  if (saidA !== saidB) return saidA < saidB ? -1 : 1
  return a.key < b.key ? 1 : -1
}
