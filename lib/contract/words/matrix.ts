import type { Matrix, Way } from '@/lib/ledger/matrix'
import type { Form, FormFamily, Party } from '@/lib/ledger/record'
import type { PageOfScope } from '@/lib/ledger/scope'
import type { SummaryPart } from '@/lib/ledger/summary'
import type { Coordinates } from '../address'
import { nameOfCountry } from '../countries'
import { say } from './catalogue'
import { dayInWords } from './day'
import { listed, mark, sentences } from './list'
import { nameOf } from './names'
import { noRulesOf } from './no-rules'

/** `On 22 November 2026, of 17 rare earths 5 are open in every form, 7 need a licence …, and 5 are unclear: …` */
export function answerInWords({
  coordinates,
  matrix,
  summary,
  future,
  around,
}: {
  readonly coordinates: Coordinates
  readonly matrix: Pick<Matrix, 'rows' | 'verifiedThrough'>
  readonly summary: readonly SummaryPart[]
  /** Whether the day is told as scheduled. */
  readonly future: boolean
  /** The pages before and after this one. */
  readonly around: Pick<PageOfScope, 'previous' | 'next'>
}): string {
  const values = { day: dayInWords(coordinates.question.on), total: matrix.rows.length }
  const isPart = around.previous !== null || around.next !== null
  const of = isPart ? 'Page' : coordinates.scope === 'rare-earths' ? 'Rare' : ''
  const start = say(`matrix.answer.${future ? 'scheduledStart' : 'start'}${of}`, values)
  const parts = summary.map((part) => say(`matrix.answer.${part.status}`, { count: part.rows.length }))
  const answer = `${start}${mark('space')}${listed(parts, 'clauses')}${mark('stop')}`
  if (matrix.verifiedThrough !== null) return answer
  return sentences(answer, noRulesOf(coordinates.question, 'sentence'))
}

/** What a page of the matrix is called: by its day, and, where it is not the first, by the material it follows. */
export function matrixTitle({ coordinates: { question, view } }: { readonly coordinates: Coordinates }): string {
  const day = dayInWords(question.on)
  const after = view.name === 'matrix' ? view.after : undefined
  return after === undefined ? say('address.page.matrix', { day }) : say('address.page.matrixAfter', { day, after })
}

/** What is asked besides the day; a party goes by its key where its name is not among `parties`. */
export function askedInWords(
  { question }: Pick<Coordinates, 'question'>,
  parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[] = [],
): string {
  const { route, from, to, use, party } = question
  const named = parties.find((candidate) => candidate.key === party)
  const name = named === undefined ? party : nameOf(named)
  // R2: a question that names a party and no destination has that party's country.
  const destination = to ?? named?.country ?? null
  return say(`matrix.asked.${route}`, {
    from: nameOfCountry(from),
    to: destination === null ? say('matrix.asked.any') : nameOfCountry(destination),
    use: say(`matrix.form.${use}`),
    party: name === null ? '' : say('matrix.asked.party', { name }),
  })
}

const CAPTIONS = {
  form: { plain: 'matrix.caption.forms', scheduled: 'matrix.caption.scheduledForms' },
  regime: { plain: 'matrix.caption.regimes', scheduled: 'matrix.caption.scheduledRegimes' },
} as const

/** What the table shows: `Status of 17 materials by form`. */
export function captionInWords(by: Coordinates['by'], future: boolean, rows: number): string {
  return say(CAPTIONS[by][future ? 'scheduled' : 'plain'], { rows })
}

/** `rules apply out of Malaysia`: the way on which rules do name the material. */
export function wayInWords({ route, from }: Way): string {
  return say(`matrix.elsewhere.${route}`, { from: nameOfCountry(from) })
}

const FAMILIES: readonly FormFamily[] = ['basic', 'magnet', 'functional', 'equipment', 'technology', 'other']

/** Columns of one family side by side, in the record's order inside it. */
export function inFamilies(forms: readonly Form[]): readonly Form[] {
  return [...forms].sort((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || a.order - b.order)
}

/** The name of a form in a column: the head of the family already says that these are materials. */
export function columnName(form: Form): string {
  const name = nameOf(form)
  return form.family === 'functional' || form.family === 'magnet' ? name.replace(/ material$/, '') : name
}
