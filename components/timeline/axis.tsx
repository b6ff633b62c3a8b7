import { Drawing } from '@/components/timeline/lane'
import type { Scale } from '@/lib/contract/axis'
import { quartersOf, xOf } from '@/lib/contract/axis'
import { say } from '@/lib/contract/words/catalogue'
import { monthInShort } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'

/** Narrower quarters carry no month. */
const ROOM = 34

/** Years, and the months at which quarters begin where there is room. */
export function Axis({ scale, on }: { readonly scale: Scale; readonly on: LocalDate }) {
  const quarters = quartersOf(scale)
  const roomy = scale.width / quarters.length >= ROOM
  return (
    <Drawing name={say('timeline.when')} scale={scale} on={on} height={20}>
      {quarters
        .filter((day) => roomy || day.endsWith('-01-01'))
        .map((day) => (
          <text
            key={day}
            className={day.endsWith('-01-01') ? 'year-name' : 'month-name'}
            x={xOf(scale, day) + 4}
            y={14}
          >
            {day.endsWith('-01-01') ? day.slice(0, 4) : monthInShort(day)}
          </text>
        ))}
    </Drawing>
  )
}
