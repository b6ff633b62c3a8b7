import type { GlyphName } from '@/components/ui/glyph-sheet'
import { Glyph } from '@/components/ui/glyph-sheet'
import { kindInWords, standingInWords } from '@/lib/contract/words/calendar'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'

const SHAPES: { readonly [kind in CalendarEntry['day']['kind']]: GlyphName } = {
  issued: 'announced',
  starts: 'licence',
  'suspension-starts': 'paused',
  'suspension-ends': 'paused',
  'suspension-interrupted': 'pause-ended',
  'suspension-resumes': 'paused',
  lapses: 'not-controlled',
  deadline: 'event',
  'licence-term': 'event',
  'look-due': 'unknown',
}

/** The kind of a day by shape and word, and how it stands: what is no law never has the shape of a rule. */
export function KindMark({ entry }: { readonly entry: CalendarEntry }) {
  const { day, standing } = entry
  const isOver = day.kind === 'suspension-ends' && standing === 'silent'
  return (
    <p className="calendar-kind">
      <Glyph name={isOver ? 'pause-ended' : day.announced ? 'claim' : SHAPES[day.kind]} />
      {kindInWords(entry)} · {standingInWords(entry)}
    </p>
  )
}
