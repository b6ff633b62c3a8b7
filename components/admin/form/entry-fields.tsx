import type { FormView } from '@/components/admin/form/control-props'
import { NewSource } from '@/components/admin/form/new-source'
import { OptionListsOf } from '@/components/admin/form/option-lists'
import { RecordFields } from '@/components/admin/form/record-fields'
import type { Printed } from '@/lib/contract/edit/draft'
import { controlsOf } from '@/lib/contract/edit/form/control'
import { KIND } from '@/lib/contract/edit/form/meta'
import type { Listed } from '@/lib/contract/edit/form/options'
import { optionsFor } from '@/lib/contract/edit/form/options'
import type { FormProblem } from '@/lib/contract/edit/form/problems'
import { say } from '@/lib/contract/words/catalogue'
import type { Kind } from '@/lib/ledger/change'

/** Empty rows in the page at the end of every list; the first is shown where the list is empty. */
const SPARE = 3

/** Everything inside the form of an entry: the record's fields, a source that it may bring along. */
export function EntryFields({
  kind,
  printed,
  listed,
  listsAll,
  problems,
  more,
  sourceEntry,
}: {
  readonly kind: Kind
  readonly printed: Printed
  readonly listed: Listed
  readonly listsAll: boolean
  readonly problems: readonly FormProblem[]
  /** The list that was asked to grow. */
  readonly more: string | null
  /** The id that a source brought along would have. */
  readonly sourceEntry: string
}) {
  const view: FormView = { lists: optionsFor(kind, listed), listsAll, problems, more }
  const cites = kind !== 'source' && kind !== 'form'
  return (
    <>
      <input type="hidden" name={KIND} value={kind} />
      <OptionListsOf lists={view.lists} />
      {!listsAll && <p className="small soft">{say('forms.picker.part')}</p>}
      <RecordFields kind={kind} controls={controlsOf(kind, printed, SPARE)} view={view} />
      {cites && <NewSource entry={sourceEntry} view={view} />}
    </>
  )
}
