import { isLocalDate, nextDay } from '@/lib/ledger/interval'
import { type Act, isAct } from './acts'

/** What the address of the log asks for. */
export type LogQuestion = {
  readonly act: Act | null
  readonly person: string | null
  /** A day in UTC, as the instants of the log are told; the instants are half-open. */
  readonly from: Date | null
  readonly to: Date | null
  readonly before: string | null
  /** The day as it was typed, to be shown again; it narrows nothing where it is no day. */
  readonly typed: { readonly day: string; readonly wrong: boolean }
}

/** Reads the address of the log. An address that says something else is read as one that says nothing. */
export function readLogQuestion(query: {
  readonly [name: string]: string | readonly string[] | undefined
}): LogQuestion {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.trim() : null
  }
  const act = text('act')
  const before = text('before')
  const day = text('day')
  const known = day !== null && isLocalDate(day) ? day : null
  return {
    act: act !== null && isAct(act) ? act : null,
    person: text('person'),
    from: known === null ? null : midnight(known),
    to: known === null ? null : midnight(nextDay(known)),
    before: before !== null && /^\d{1,18}$/.test(before) ? before : null,
    typed: { day: day ?? '', wrong: day !== null && known === null },
  }
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The query that asks the same, from another act on or as an export. */
export function logQuery({ act, person, typed }: LogQuestion, more: { readonly [name: string]: string } = {}): string {
  const said = { act, person, day: typed.day || null, ...more }
  const pairs = Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null)
  return new URLSearchParams(pairs).toString()
}
