import { instrumentNames } from '@/components/claims/instrument-names'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { CellName } from '@/components/ui/cell-name'
import { English } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ClaimPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { askedInWords, doesInWords, ranInWords, standsInWords, unaskedInWords } from '@/lib/contract/words/claims-rules'
import { dayInWords } from '@/lib/contract/words/day'
import { gathered } from '@/lib/ledger/gathered'
import type { RuleGroup } from '@/lib/ledger/rule-history'

/** Whether the rules that a claim is about ever applied, and which of them nothing asserted asks of. */
export function RulesTable({ page }: { readonly page: ClaimPage }) {
  const { rules, unasked, coordinates, instruments } = page
  const { on } = coordinates.question
  const name = instrumentNames(instruments)
  return (
    <>
      <p className="soft">{say('claims.page.appliedLead', { day: dayInWords(on) })}</p>
      {unasked.map((one) => (
        <p key={one.instrument}>{unaskedInWords(one, name([one.instrument]))}</p>
      ))}
      <ScrollRegion name={say('claims.page.appliedRegion')}>
        <table className="plain records claim-rules">
          <caption>{say('claims.page.appliedCaption', { count: rules.length, day: dayInWords(on) })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('claims.page.appliedWhat')}</th>
              <th scope="col">{say('claims.page.appliedClauses')}</th>
              <th scope="col">{say('claims.page.appliedDays')}</th>
              <th scope="col">{say('claims.page.appliedNow', { day: dayInWords(on) })}</th>
              <th scope="col">{say('claims.page.appliedAsked')}</th>
            </tr>
          </thead>
          {gathered(rules, ({ instrument }) => instrument).map((group) => (
            <Group key={group[0].instrument} group={group} page={page} />
          ))}
        </table>
      </ScrollRegion>
    </>
  )
}

/** The rules of one instrument. */
function Group({ group, page }: { readonly group: readonly [RuleGroup, ...RuleGroup[]]; readonly page: ClaimPage }) {
  const [{ instrument: key }] = group
  const instrument = page.instruments[key]
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={5}>
          {instrument !== undefined && <InstrumentLink at={page.coordinates} instrument={instrument} />}
        </th>
      </tr>
      {group.map((rule) => (
        <tr key={JSON.stringify([rule.effect, rule.route, rule.start, rule.state, rule.clauses])}>
          <Row rule={rule} page={page} />
        </tr>
      ))}
    </tbody>
  )
}

function Row({ rule, page }: { readonly rule: RuleGroup; readonly page: ClaimPage }) {
  const { on } = page.coordinates.question
  const asked = askedInWords(rule)
  return (
    <>
      <th scope="row">{doesInWords(rule)}</th>
      <td>
        <CellName>{say('claims.page.appliedClauses')}</CellName>
        <span>
          <English>{rule.clauses.join('; ')}</English>{' '}
          <small>{say('claims.page.appliedLines', { count: rule.lines })}</small>
        </span>
      </td>
      <td>
        <CellName>{say('claims.page.appliedDays')}</CellName>
        <span>{ranInWords(rule, on)}</span>
      </td>
      <td>
        <CellName>{say('claims.page.appliedNow', { day: dayInWords(on) })}</CellName>
        <span>{standsInWords(rule)}</span>
      </td>
      <td>
        <CellName>{say('claims.page.appliedAsked')}</CellName>
        <span>{asked}</span>
      </td>
    </>
  )
}
