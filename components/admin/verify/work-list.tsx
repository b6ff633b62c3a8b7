import { LookTable, OtherTable } from '@/components/admin/verify/look-table'
import { Section } from '@/components/ui/section'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument, Regime } from '@/lib/ledger/record'
import type { Look } from '@/lib/ledger/worklist'

/** What somebody should look at: overdue, soon, whole regimes, and everything else by how long ago. */
export function WorkListView({
  today,
  due,
  others,
  regimes,
  listsAll,
  mayLook,
}: {
  readonly today: LocalDate
  readonly due: readonly Look[]
  readonly others: readonly Instrument[]
  readonly regimes: readonly Regime[]
  readonly listsAll: boolean
  readonly mayLook: boolean
}) {
  const overdue = due.filter((look) => look.overdueSince !== null)
  const soon = due.filter((look) => look.overdueSince === null)
  const titles = {
    overdue: say('verify.overdue', { count: overdue.length }),
    soon: say('verify.soon', { count: soon.length }),
    others: say('verify.others', { count: others.length }),
  }
  const instruments = [...due.map((look) => look.instrument), ...others]
  return (
    <>
      <p className="lede">{say('verify.lead')}</p>
      {!listsAll && <p className="notice">{say('verify.part', { count: instruments.length })}</p>}
      <Section id="overdue" title={titles.overdue}>
        {overdue.length === 0 ? (
          <p>{say('verify.nothingOverdue', { day: dayInWords(today) })}</p>
        ) : (
          <LookTable name={titles.overdue} looks={overdue} mayLook={mayLook} />
        )}
      </Section>
      {soon.length > 0 && (
        <Section id="soon" title={titles.soon}>
          <LookTable name={titles.soon} looks={soon} mayLook={mayLook} />
        </Section>
      )}
      {mayLook && listsAll && (
        <Section id="regimes" title={say('verify.regimes')}>
          <p className="soft">{say('verify.regimesHint')}</p>
          <RegimeLinks regimes={regimes} instruments={instruments} />
        </Section>
      )}
      <Section id="others" title={titles.others}>
        <OtherTable name={titles.others} instruments={others} mayLook={mayLook} />
      </Section>
    </>
  )
}

function RegimeLinks({
  regimes,
  instruments,
}: {
  readonly regimes: readonly Regime[]
  readonly instruments: readonly Instrument[]
}) {
  return (
    <ul className="regime-links">
      {regimes.map(({ key, shortName }) => {
        const count = instruments.filter((instrument) => instrument.regime === key).length
        return count === 0 ? null : (
          <li key={key}>
            <a href={`/admin/verify/look?regime=${key}`} className="tall-link">
              {say('verify.regimeLink', { name: shortName, count })}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
