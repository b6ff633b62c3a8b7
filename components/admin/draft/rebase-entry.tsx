import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import { type ComparedEntry, type Comparison, WHOLE } from '@/lib/contract/edit/comparison'
import { choiceName } from '@/lib/contract/edit/draft-form'
import { labelOf } from '@/lib/contract/history/field-label'
import { type NameOf, nameOfRecord } from '@/lib/contract/history/names'
import { valueInWords } from '@/lib/contract/history/value-words'
import { say } from '@/lib/contract/words/catalogue'
import type { MergedField } from '@/lib/ledger/merge'

type Shown = Pick<MergedField, 'base' | 'theirs' | 'yours' | 'outcome'> & { readonly field: string }

/** One record that both sides changed: a row for each field that any of them changed, and a choice where they differ. */
export function RebaseEntry({
  compared,
  comparison: { base },
  nameOf,
}: {
  readonly compared: ComparedEntry
  readonly comparison: Comparison
  readonly nameOf: NameOf
}) {
  const { kind, key, entry } = compared
  const told = compared.yours ?? compared.theirs ?? compared.base
  const name = told === null ? key : nameOfRecord(kind, told, nameOf)
  return (
    <Section
      id={`entry-${entry}`}
      title={say('drafts.rebase.record', { kind: say(`drafts.kindOfRecord.${kind}`), name })}
    >
      <ScrollRegion name={name}>
        <table className="plain rebase">
          <caption className="hidden-text">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{say('drafts.rebase.field')}</th>
              <th scope="col">{say('drafts.rebase.base', { base })}</th>
              <th scope="col">{say('drafts.rebase.theirs')}</th>
              <th scope="col">{say('drafts.rebase.yours')}</th>
              <th scope="col">{say('drafts.rebase.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(compared).map((row) => (
              <Row key={row.field} row={row} compared={compared} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  )
}

/** Fields that nobody changed say nothing here. A record that one side took away is one row. */
function rowsOf({ fields, base, theirs, yours, conflict }: ComparedEntry): readonly Shown[] {
  const whole = { field: WHOLE, base, theirs, yours, outcome: conflict ? 'conflict' : 'yours' } as const
  const named = fields.flatMap(({ field, ...rest }) => (field === null ? [] : [{ field, ...rest }]))
  if (named.length === 0) return [whole]
  return named.filter(({ outcome, base: was, yours: now }) => outcome !== 'same' || !isSameText(was, now))
}

function isSameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function Row({
  row: { field, base, theirs, yours, outcome },
  compared: { entry, kind },
  nameOf,
}: {
  readonly row: Shown
  readonly compared: ComparedEntry
  readonly nameOf: NameOf
}) {
  const label = field === WHOLE ? say('drafts.rebase.whole') : labelOf(kind, field)
  const words = (value: unknown) => (field === WHOLE ? wholeInWords(value) : valueInWords(field, value ?? null, nameOf))
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{words(base)}</td>
      <td>{words(theirs)}</td>
      <td>{words(yours)}</td>
      <td>
        {outcome === 'conflict' ? (
          <Choose name={choiceName(entry, field)} label={label} />
        ) : (
          say(`drafts.rebase.outcomes.${outcome}`)
        )}
      </td>
    </tr>
  )
}

function wholeInWords(value: unknown): string {
  return value === null || value === undefined ? say('drafts.rebase.nothing') : say('drafts.rebase.stands')
}

/** No side is chosen beforehand: whoever moves a draft decides. */
function Choose({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <fieldset className="choose">
      <legend className="hidden-text">{say('drafts.rebase.choose', { field: label })}</legend>
      {(['yours', 'theirs'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={name} value={side} required /> {say(`drafts.rebase.outcomes.${side}`)}
        </label>
      ))}
    </fieldset>
  )
}
