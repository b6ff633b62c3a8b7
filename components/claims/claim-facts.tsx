import { HistoryLink } from '@/components/history/history-link'
import { LooseStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { English } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import type { ClaimPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { assertionInWords, sideInWords } from '@/lib/contract/words/claims'
import { nameInside, nameOf } from '@/lib/contract/words/names'

/** Who said it, when and where, what it asserts, and which instruments it speaks of. */
export function ClaimFacts({ page }: { readonly page: ClaimPage }) {
  const { claim, coordinates, named } = page
  const { name, role, outlet, type } = claim.speaker
  return (
    <Facts
      facts={[
        { name: say('claims.page.said'), value: <LooseStamp when={claim.saidOn} /> },
        { name: say('claims.page.speaker'), value: <English>{name}</English> },
        { name: say('claims.page.role'), value: <English>{role}</English> },
        { name: say('claims.page.outlet'), value: <English>{outlet}</English> },
        { name: say('claims.page.side'), value: sideInWords(type) },
        { name: say('claims.page.asserts'), value: <Assertions page={page} /> },
        {
          name: say('claims.page.instruments'),
          value:
            named.length === 0 ? null : (
              <ul className="inline-list">
                {named.map((instrument) => (
                  <li key={instrument.key}>
                    <InstrumentLink at={coordinates} instrument={instrument} />
                  </li>
                ))}
              </ul>
            ),
        },
        {
          name: say('claims.page.history'),
          value: <HistoryLink kind="claim" record={claim.key} name={name} at={coordinates} />,
        },
      ]}
    />
  )
}

function Assertions({ page: { claim, materials, forms } }: { readonly page: ClaimPage }) {
  if (claim.asserts.length === 0) return say('claims.page.assertsNothing')
  const material = new Map(materials.map((one) => [one.key, nameOf(one)]))
  const form = new Map(forms.map((one) => [one.key, nameInside(one)]))
  const names = {
    material: (key: string) => material.get(key) ?? key,
    form: (key: string) => form.get(key) ?? key,
  }
  return (
    <ul>
      {claim.asserts.map((assertion) => (
        <li key={JSON.stringify(assertion)}>{assertionInWords(assertion, names)}</li>
      ))}
    </ul>
  )
}
