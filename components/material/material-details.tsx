import { BandPatterns } from '@/components/evidence/band-patterns'
import { SeriesFigure } from '@/components/evidence/series-figure'
import { SeriesLink, SeriesSummary } from '@/components/evidence/series-summary'
import { StandingTable } from '@/components/law/standing-table'
import { inEnglish } from '@/components/ui/english'
import { Section } from '@/components/ui/section'
import type { MaterialPage } from '@/components/views/material-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { nameInside } from '@/lib/contract/words/names'

/** Every line that names the material, and what was measured of it. */
export function MaterialDetails({ page }: { readonly page: MaterialPage }) {
  const { material, items, coordinates, instruments, series, sources } = page
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
      {series.length > 0 && (
        <Section id="practice" title={say('pages.material.practice')}>
          <p className="soft">{say('pages.material.practiceNote')}</p>
          <BandPatterns />
          {series.map((one) => (
            <details key={one.indicator.key} className="series">
              <summary {...inEnglish()}>{one.indicator.title}</summary>
              <SeriesSummary series={one} />
              <SeriesFigure series={one} at={coordinates} sources={sources} />
              <p className="small">
                <SeriesLink series={one} at={coordinates} />
              </p>
            </details>
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
