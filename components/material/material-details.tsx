import { StandingTable } from '@/components/law/standing-table'
import { SeriesTable } from '@/components/material/series-table'
import { Section } from '@/components/ui/section'
import type { MaterialPage } from '@/components/views/material-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { nameInside } from '@/lib/contract/words/names'

/** Every line that names the material, and what was measured of it. */
export function MaterialDetails({ page }: { readonly page: MaterialPage }) {
  const { material, items, coordinates, instruments, indicators } = page
  const day = dayInWords(coordinates.question.on)
  const name = nameInside(material)
  return (
    <>
      <Section id="items" title={say('pages.material.items')}>
        <p className="soft">
          {items.length === 0 ? noItems(page) : say('pages.material.itemsNote', { material: name, day })}
        </p>
        {items.length > 0 && (
          <StandingTable
            name={say('pages.material.itemsTable')}
            standings={items}
            at={coordinates}
            instruments={instruments}
          />
        )}
      </Section>
      {indicators.length > 0 && (
        <Section id="practice" title={say('pages.material.practice')}>
          <p className="soft">{say('pages.material.practiceNote')}</p>
          {indicators.map((indicator) => (
            <SeriesTable key={indicator.key} indicator={indicator} at={coordinates} />
          ))}
        </Section>
      )}
    </>
  )
}

/** Of what the question may count: under a known day later lines may well exist. */
function noItems({ material, coordinates }: MaterialPage): string {
  const { known } = coordinates.question
  const name = nameInside(material)
  return known === null
    ? say('pages.material.noItems', { material: name })
    : say('pages.material.noItemsKnown', { material: name, day: dayInWords(known) })
}
