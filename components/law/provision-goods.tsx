import { LineCheck } from '@/components/check/line-check'
import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { formsInWords } from '@/lib/contract/words/reach'
import type { Provision } from '@/lib/ledger/record'
import { CONTROLLED_ITEMS } from '@/lib/ledger/record'

/** What a provision covers: the goods in our words, its materials and forms, and the customs codes with their grade. */
export function ProvisionGoods({ provision, page }: { readonly provision: Provision; readonly page: InstrumentPage }) {
  const { item, materials, hsCodes, hsEvidence, coverage, targets } = provision
  return (
    <>
      <p className="serif" {...inEnglish()}>
        {item}
      </p>
      {materials.length > 0 && targets.length === 0 && (
        <p className="soft">
          <Materials keys={materials} page={page} />
          {' · '}
          {[formsInWords(provision, page.forms), say(`law.provisions.${coverage}`)].join(' · ')}
        </p>
      )}
      {hsCodes.length > 0 && (
        <p className="hs">
          {say('law.provisions.hs')} <span className="code">{hsCodes.join(' ')}</span>
          {hsEvidence === 'inferred' && <span className="inferred">{say('law.provisions.hsInferred')}</span>}
        </p>
      )}
      {page.instrument.binding === 'law' && <LineCheck at={page.coordinates} provision={provision} />}
    </>
  )
}

function Materials({ keys, page }: { readonly keys: readonly string[]; readonly page: InstrumentPage }) {
  if (keys.includes(CONTROLLED_ITEMS)) return say('law.instrument.controlledItems')
  return keys.map((key, index) => {
    const material = page.materials.find((candidate) => candidate.key === key)
    return (
      <span key={key}>
        {index > 0 && mark('pause')}
        <a href={linkTo(page.coordinates, { name: 'material', key })}>
          {material === undefined ? key : nameOf(material)}
        </a>
      </span>
    )
  })
}
