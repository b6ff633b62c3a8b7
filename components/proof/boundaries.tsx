import { DisputeList } from '@/components/law/dispute-list'
import { linkTo } from '@/components/marks/link-to'
import { Notice } from '@/components/ui/notice'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { clauseName } from '@/lib/contract/words/clause'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'
import type { Boundary } from '@/lib/ledger/proof'

/** Days near which the answer rests on a reading that the text does not settle, with the open questions (R12). */
export function Boundaries({ boundaries, at }: { readonly boundaries: readonly Boundary[]; readonly at: Coordinates }) {
  if (boundaries.length === 0) return null
  return (
    <Notice tone="unclear">
      <h3>{say('proof.boundary.title')}</h3>
      {boundaries.map(({ provision, instrument, lastDay, disputes }) => (
        <div key={provision.key}>
          <p>
            <a href={`${linkTo(at, { name: 'instrument', key: instrument.key })}#${provision.key}`}>
              {instrumentName(instrument)}
            </a>
            {mark('colon')}
            {say('proof.boundary.lead', { clause: clauseName(provision.clause), day: dayInWords(lastDay) })}
          </p>
          <DisputeList disputes={disputes} />
        </div>
      ))}
    </Notice>
  )
}
