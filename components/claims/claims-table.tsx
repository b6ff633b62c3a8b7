import { regimesOf, speakerKey } from '@/components/claims/claim-facets'
import { ClaimRow } from '@/components/claims/claim-row'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { kindsOf } from '@/lib/contract/words/claims'
import { dayInWords } from '@/lib/contract/words/day'

/** Every claim beside the law: what was said, the two verdicts, the gap, and how the editor reads it. */
export function ClaimsTable({ page }: { readonly page: ClaimsPage }) {
  const { readings, coordinates, instruments } = page
  const day = dayInWords(coordinates.question.on)
  const kinds = kindsOf(page.materials)
  const days = new Set<string>()
  return (
    <ScrollRegion name={say('claims.table.region')}>
      <table className="plain records claims-table" id="claims">
        <caption>{say('claims.table.caption', { count: readings.length, day })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('claims.table.date')}</th>
            <th scope="col">{say('claims.table.speaker')}</th>
            <th scope="col">{say('claims.table.what')}</th>
            <th scope="col">{say('claims.table.then')}</th>
            <th scope="col">{say('claims.table.now', { day })}</th>
            <th scope="col">{say('claims.table.gap')}</th>
            <th scope="col">{say('claims.table.editor')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => {
            const { claim, onDay } = reading
            const first = !days.has(claim.saidOn)
            days.add(claim.saidOn)
            return (
              <tr
                key={claim.key}
                id={first ? `d-${claim.saidOn}` : undefined}
                data-speaker={speakerKey(claim.speaker.name)}
                data-side={claim.speaker.type}
                data-verdict={onDay?.word}
                data-regime={regimesOf(claim, instruments).join(' ')}
              >
                <ClaimRow reading={reading} page={page} kinds={kinds} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
