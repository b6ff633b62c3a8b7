import type { WholeRecord } from '@/lib/ledger/testimony'

/** Parts at hand, by what was asked of which revision. They are bounded by how many records they hold together. */
export type PartsHeld = {
  readonly get: (name: string) => Promise<WholeRecord> | undefined
  readonly hold: (name: string, part: Promise<WholeRecord>) => void
}

/** A record takes one to two kilobytes. */
const RECORDS_HELD = 60_000

/** The part that was asked for longest ago goes first. One that could not be read is not held. */
export function partsHeld(most = RECORDS_HELD): PartsHeld {
  const parts = new Map<string, { readonly part: Promise<WholeRecord>; records: number }>()
  let all = 0

  function drop(name: string): void {
    all -= parts.get(name)?.records ?? 0
    parts.delete(name)
  }

  return {
    get(name) {
      const there = parts.get(name)
      if (there === undefined) return undefined
      parts.delete(name)
      parts.set(name, there)
      return there.part
    },
    hold(name, part) {
      drop(name)
      const own = { part, records: 0 }
      parts.set(name, own)
      part.then(
        (record) => {
          if (parts.get(name) !== own) return
          own.records = Object.values(record).reduce((sum, list) => sum + list.length, 0)
          all += own.records
          for (const oldest of parts.keys()) if (all > most && oldest !== name) drop(oldest)
        },
        () => {
          if (parts.get(name) === own) drop(name)
        },
      )
    },
  }
}
