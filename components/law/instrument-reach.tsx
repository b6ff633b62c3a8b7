import { linkTo } from '@/components/marks/link-to'
import { Facts } from '@/components/ui/facts'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { listed } from '@/lib/contract/words/list'
import { nameInside, nameOf } from '@/lib/contract/words/names'
import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'

/** The materials and forms that an instrument's lines name. */
export function InstrumentReach({ page }: { readonly page: InstrumentPage }) {
  const { coordinates, materials, forms, provisions } = page
  const lines = provisions.map((standing) => standing.provision)
  const anyForm = lines.some((line) => line.forms.includes(ANY_FORM) && line.targets.length === 0)
  const controlled = lines.some((line) => line.materials.includes(CONTROLLED_ITEMS))
  const named = (
    <ul className="inline-list">
      {materials.map((material) => (
        <li key={material.key}>
          <a href={linkTo(coordinates, { name: 'material', key: material.key })}>{nameOf(material)}</a>
        </li>
      ))}
      {controlled && <li>{say('law.instrument.controlledItems')}</li>}
    </ul>
  )
  const formsNamed = [
    ...forms.map(nameInside),
    ...(anyForm ? [say(forms.length === 0 ? 'law.instrument.anyForm' : 'law.instrument.someAnyForm')] : []),
  ]
  return (
    <Facts
      facts={[
        { name: say('pages.instrument.materials'), value: materials.length > 0 || controlled ? named : null },
        { name: say('pages.instrument.forms'), value: formsNamed.length === 0 ? null : listed(formsNamed) },
      ]}
    />
  )
}
