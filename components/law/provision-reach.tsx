import { ActLinks } from '@/components/law/act-links'
import { inEnglish } from '@/components/ui/english'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { listed, mark } from '@/lib/contract/words/list'
import { appliesInWords } from '@/lib/contract/words/reach'
import type { Provision } from '@/lib/ledger/record'

/** To whom, by which route, for which use and from which share of value a provision applies, and on what conditions. */
export function ProvisionReach({ provision, page }: { readonly provision: Provision; readonly page: InstrumentPage }) {
  const { coordinates, instruments } = page
  if (provision.targets.length > 0) {
    return (
      <p>
        {say(`proof.effect.${provision.effect}`)}
        {mark('space')}
        <ActLinks keys={provision.targets} at={coordinates} instruments={instruments} />
      </p>
    )
  }
  const { partyList, endUse, conditions } = provision
  return (
    <>
      <p>{listed(appliesInWords(provision), 'apart')}</p>
      {endUse === 'listed-party' && (
        <p>
          {partyList === null ? (
            say('proof.reach.partyAny')
          ) : (
            <>
              {say('law.provisions.listOf')}
              {mark('space')}
              <ActLinks keys={[partyList]} at={coordinates} instruments={instruments} />
            </>
          )}
        </p>
      )}
      <Conditions conditions={conditions} />
    </>
  )
}

/** How many conditions stand open in a row; more fold away behind their number. */
const OPEN = 2

function Conditions({ conditions }: Pick<Provision, 'conditions'>) {
  if (conditions.length === 0) return null
  const list = (
    <ul className="conditions" {...inEnglish()}>
      {conditions.map((condition) => (
        <li key={condition}>{condition}</li>
      ))}
    </ul>
  )
  if (conditions.length <= OPEN) return list
  return (
    <details>
      <summary>{say('law.provisions.conditions', { count: conditions.length })}</summary>
      {list}
    </details>
  )
}
