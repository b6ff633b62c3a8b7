import { Drawing } from '@/components/timeline/lane'
import type { Scale } from '@/lib/contract/axis'
import { xOf } from '@/lib/contract/axis'
import { flagDay } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { looseInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'

/** Something that was said or done on a day, a month (`2025-05`) or a year. */
export type Flag = { readonly when: string; readonly title: string }

/** Flags nearer than this stand as one with a count: each is a target of at least 24 units. */
const APART = 30

/** Claims or events on the same axis as the law. Each flag leads to its day in the list below. */
export function Flags({
  kind,
  flags,
  scale,
  on,
}: {
  readonly kind: 'claim' | 'event'
  readonly flags: readonly Flag[]
  readonly scale: Scale
  readonly on: LocalDate
}) {
  return (
    <Drawing name={say(`timeline.${kind}s`)} scale={scale} on={on} height={28}>
      {clustersOf(flags, scale).map(({ x, members: [first, ...others] }) => (
        <a key={x} href={`#d-${first.when}`} className="flag" aria-label={labelOf(first, others.length + 1)}>
          <title>{labelOf(first, others.length + 1)}</title>
          <rect className="reach" x={x - 4} y={1} width={26} height={26} />
          <use href={`#g-${kind}`} x={x - 2} y={7} width={13} height={13} />
          {others.length > 0 && (
            <text className="count" x={x + 13} y={18}>
              {others.length + 1}
            </text>
          )}
        </a>
      ))}
    </Drawing>
  )
}

type Cluster = { readonly x: number; readonly members: [Flag, ...Flag[]] }

function clustersOf(flags: readonly Flag[], scale: Scale): readonly Cluster[] {
  const clusters: Cluster[] = []
  const shown = flags.filter((flag) => flagDay(flag.when) >= scale.from && flagDay(flag.when) < scale.to)
  for (const flag of [...shown].sort((a, b) => (flagDay(a.when) < flagDay(b.when) ? -1 : 1))) {
    const x = Math.min(xOf(scale, flagDay(flag.when)), scale.width - 24)
    const last = clusters.at(-1)
    if (last !== undefined && x - last.x < APART) last.members.push(flag)
    else clusters.push({ x, members: [flag] })
  }
  return clusters
}

function labelOf(first: Flag, count: number): string {
  return say('timeline.flag', { count, day: looseInWords(first.when), title: first.title })
}
