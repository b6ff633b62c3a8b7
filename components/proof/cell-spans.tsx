import { DayStamp } from '@/components/marks/day-stamp'
import { linkAsking } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { contains, lastDayOf } from '@/lib/ledger/interval'
import type { Span } from '@/lib/ledger/timeline'

/** The cell over all days of the record as a short list; the asked day's stretch is marked. */
export function CellSpans({ page }: { readonly page: ProofPage }) {
  const { proof, coordinates } = page
  return (
    <ol className="spans">
      {joined(proof.timeline).map((span) => (
        <li key={span.from} aria-current={contains(span, coordinates.question.on) ? 'date' : undefined}>
          <a href={linkAsking(coordinates, { on: span.from })}>
            <DayStamp day={span.from} />
          </a>{' '}
          {span.to === null ? say('proof.timeline.onwards') : lastDayInWords(span)}{' '}
          <StatusMark status={span.status} beforeEffect={span.beforeEffect} />
        </li>
      ))}
    </ol>
  )
}

function lastDayInWords(span: Span): string {
  const last = lastDayOf(span)
  return last === null ? '' : say('proof.timeline.to', { day: dayInWords(last) })
}

/** Neighbours that read alike are one stretch here: what else sets them apart stands in the lines above. */
function joined(timeline: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const span of timeline) {
    const last = spans.at(-1)
    if (last !== undefined && last.status === span.status && last.beforeEffect === span.beforeEffect) {
      spans[spans.length - 1] = { ...last, to: span.to }
    } else {
      spans.push(span)
    }
  }
  return spans
}
