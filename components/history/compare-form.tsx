import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'

/** Leads from a revision to what stands otherwise than in any other: no script, the address says it all. */
export function CompareRevision({ number, at }: { readonly number: number; readonly at: Coordinates }) {
  return (
    <form action={linkTo(at, { name: 'change', number, against: null })} className="compare screen">
      <label htmlFor="against">{say('history.compare.revision')}</label>
      <input id="against" name="against" className="field" inputMode="numeric" size={6} autoComplete="off" required />
      <button type="submit" className="button">
        {say('history.compare.submit')}
      </button>
    </form>
  )
}

/** Leads from the history of a record to any two of its versions side by side; the newest two stand first. */
export function CompareVersions({
  action,
  versions,
}: {
  /** The page of the record's history. */
  readonly action: string
  readonly versions: readonly number[]
}) {
  if (versions.length < 2) return null
  return (
    <form action={action} className="compare screen">
      {(['version', 'against'] as const).map((name, place) => (
        <span key={name}>
          <label htmlFor={name}>{say(`history.compare.${name}`)}</label>{' '}
          <select id={name} name={name} className="field" defaultValue={versions[place]}>
            {versions.map((number) => (
              <option key={number} value={number}>
                {say('pages.changes.revision', { number })}
              </option>
            ))}
          </select>
        </span>
      ))}
      <button type="submit" className="button">
        {say('history.compare.submit')}
      </button>
    </form>
  )
}
