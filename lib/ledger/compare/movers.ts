import type { Law } from '../law'
import type { CellAnswer, Line } from '../status'

/**
 * The instruments that make a cell read otherwise, by key: of the acts that came to bear on a deciding line or ceased to,
 * and of lines that stand in another state by their own dates, or were not there.
 */
export function moversBetween(
  [before, after]: readonly [Law, Law],
  a: CellAnswer | null,
  b: CellAnswer | null,
): readonly string[] {
  const was = new Map((a?.lines ?? []).map((line) => [line.provision.key, line]))
  const is = new Map((b?.lines ?? []).map((line) => [line.provision.key, line]))
  const found = new Set<string>()
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)]
    if (old?.decisive !== true && now?.decisive !== true) continue
    const acts = actsBetween(old, now)
    const instruments = acts.flatMap((act) => instrumentOf(after, act) ?? instrumentOf(before, act) ?? [])
    for (const instrument of instruments) found.add(instrument)
    const own = (now ?? old)?.instrument.key
    const moves = instruments.length === 0 ? !isAsItWas(old, now) : isThere(old) !== isThere(now)
    if (own !== undefined && moves) found.add(own)
  }
  return [...found].sort()
}

/** Suspensions and exemptions that bear on one of the two lines alone, and those that one of them revived from. */
function actsBetween(old: Line | undefined, now: Line | undefined): readonly string[] {
  return (['suspendedBy', 'exemptedBy', 'revivedFrom'] as const).flatMap((acts) => {
    const [then, since] = [old?.[acts] ?? [], now?.[acts] ?? []]
    return [...then.filter((key) => !since.includes(key)), ...since.filter((key) => !then.includes(key))]
  })
}

/** A line that is there whatever acts on it: issued, and not at its end. */
function isThere(line: Line | undefined): boolean {
  return line !== undefined && line.state !== 'not-issued' && line.state !== 'ended'
}

function isAsItWas(old: Line | undefined, now: Line | undefined): boolean {
  if (old === undefined || now === undefined) return false
  return (
    old.state === now.state &&
    old.gives === now.gives &&
    old.firm === now.firm &&
    old.coverage === now.coverage &&
    old.stateTo === now.stateTo
  )
}

function instrumentOf({ provisions }: Law, act: string): string | undefined {
  return provisions.get(act)?.instrument
}
