import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'

/** Another last day for a suspension, as a plain GET form: the same day is an extension or an early end by itself. */
export function SupposeForm({
  at,
  instrument,
  lastDay,
  supposed,
}: {
  readonly at: Coordinates
  readonly instrument: string
  /** What stands in the field: the day that is rehearsed. */
  readonly lastDay: LocalDate | null
  readonly supposed: boolean
}) {
  const recorded = linkTo(at, { name: 'rehearsal', key: instrument, until: null })
  return (
    <form action={recorded} className="question suppose screen" aria-label={say('rehearsal.form.name')}>
      <div className="labelled">
        <label htmlFor="until">{say('rehearsal.form.until')}</label>
        <input
          id="until"
          name="until"
          className="field day-field"
          defaultValue={lastDay ?? ''}
          inputMode="numeric"
          aria-describedby="until-hint"
          autoComplete="off"
          required
        />
        <span id="until-hint" className="hint">
          {say('rehearsal.form.hint')}
        </span>
      </div>
      <button type="submit" name="suppose" value="extended" className="button" data-main="">
        {say('rehearsal.form.extended')}
      </button>
      <button type="submit" name="suppose" value="ends" className="button">
        {say('rehearsal.form.ends')}
      </button>
      {supposed && <a href={recorded}>{say('rehearsal.form.recorded')}</a>}
    </form>
  )
}
