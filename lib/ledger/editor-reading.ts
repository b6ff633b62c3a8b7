import type { LocalDate } from './interval'
import type { Claim } from './testimony'
import type { Verdict, VerdictWord } from './verdict'
import { verdictOf } from './verdict'
import type { Weighing } from './weighing'

type Written = Claim['assessment']['verdict']

/** What an editor calls what is computed. Nothing that an editor writes means `not-yet` or `overtaken`. */
const WRITTEN_AS: { readonly [written in Written]: VerdictWord } = {
  confirmed: 'supported',
  partly: 'partly',
  contradicted: 'contradicted',
  unverifiable: 'untestable',
}

/** The computed verdict that an editor's word stands for: confirmed is supported, unverifiable is untestable. */
export function verdictMeantBy({ verdict }: Pick<Claim['assessment'], 'verdict'>): VerdictWord {
  return WRITTEN_AS[verdict]
}

/** Whether a computed verdict says what the editor wrote. Hold against it the verdict on the day of the assessment. */
export function agreesWithEditor(
  { word }: Pick<Verdict, 'word'>,
  written: Pick<Claim['assessment'], 'verdict'>,
): boolean {
  return word === verdictMeantBy(written)
}

/** The editor's word beside the one computed on the day the editor wrote it, by everything recorded. */
export type EditorReading = {
  readonly on: LocalDate
  readonly computed: Verdict
  readonly agrees: boolean
}

/** @param weighing of everything recorded: the editor had all of it. */
export function editorReading(weighing: Weighing, claim: Claim): EditorReading {
  const { assessment } = claim
  const computed = verdictOf(weighing.law, claim, assessment.assessedOn, weighing)
  return { on: assessment.assessedOn, computed, agrees: agreesWithEditor(computed, assessment) }
}
