import { previousDay } from '../interval'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Party, Provision } from '../record'
import { inForceRuns } from '../span'
import type { Facts } from './facts-tests'
import type { AssumedDay, OpenQuestion } from './open'

type Acted = {
  readonly provision: Provision
  readonly suspendedBy: readonly string[]
  readonly revivedFrom: readonly string[]
}

/** What the record marks as open on a rule, on the suspensions that it waits for or came back from, and on the listing of a party. */
export function openQuestionsOn(facts: Facts, acted: Acted): readonly OpenQuestion[] {
  const { law } = facts
  const own = [acted.provision, ...actsOn(law, acted)].map((provision) => instrumentOf(law, provision))
  const listings = acted.provision.endUse === 'listed-party' ? partiesOf(facts) : []
  const lists = listings.flatMap(({ instrument }) => law.instruments.get(instrument) ?? [])
  const bearing = [...own, ...lists.filter(({ key }) => isCounted(acted.provision, key))]
  return [...new Set(bearing)].flatMap((instrument) =>
    instrument.disputes.map((dispute): OpenQuestion => ({ instrument, dispute })),
  )
}

/** The last days around a rule that are read as included, the text leaving it open. */
export function assumedDaysOn({ law, asked }: Facts, acted: Acted): readonly AssumedDay[] {
  const { on } = asked.question
  return [...new Set([acted.provision, ...actsOn(law, acted)])].flatMap((provision) => {
    if (provision.lastDayReading !== 'assumed-inclusive') return []
    const end = inForceRuns(law, provision).findLast((run) => run.from <= on)?.to
    if (end == null) return []
    const near = on === end || on === previousDay(end)
    return [{ provision, instrument: instrumentOf(law, provision), lastDay: previousDay(end), near }]
  })
}

function actsOn(law: Law, { suspendedBy, revivedFrom }: Acted): readonly Provision[] {
  return [...suspendedBy, ...revivedFrom].flatMap((key) => law.provisions.get(key) ?? [])
}

function partiesOf({ law, asked, product: { owner } }: Facts): readonly Party[] {
  const owning = owner === null || owner === 'none' ? undefined : law.parties.get(owner.party)
  return [asked.party, owning].flatMap((party) => party ?? [])
}

function isCounted({ partyList }: Provision, list: string): boolean {
  return partyList === null || partyList === list
}
