import { instrumentNames } from '@/components/claims/instrument-names'
import { VerdictCell } from '@/components/claims/verdict-cell'
import { DayStamp, LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { CellName } from '@/components/ui/cell-name'
import { English } from '@/components/ui/english'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { gapInShort, sideInWords } from '@/lib/contract/words/claims'
import { agreedInShort } from '@/lib/contract/words/claims-agreed'
import type { Kinds } from '@/lib/contract/words/claims-counts'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import type { ClaimReading } from '@/lib/ledger/claim-reading'
import { isLocalDate } from '@/lib/ledger/interval'
import type { Claim } from '@/lib/ledger/testimony'

type RowPage = Pick<ClaimsPage, 'coordinates' | 'instruments' | 'sources'>

/** The cells of one claim's row. */
export function ClaimRow({
  reading,
  page,
  kinds,
}: {
  readonly reading: ClaimReading
  readonly page: RowPage
  readonly kinds: Kinds
}) {
  const { claim, whenSaid, onDay } = reading
  const { coordinates: at, instruments } = page
  const agreed = agreedInShort(reading, at.question.on)
  return (
    <>
      <td>
        <CellName>{say('claims.table.date')}</CellName>
        <Said when={claim.saidOn} />
      </td>
      <td>
        <CellName>{say('claims.table.speaker')}</CellName>
        <span>
          <English>{claim.speaker.name}</English>
          <small>
            <English>{claim.speaker.role}</English> · <English>{claim.speaker.outlet}</English> ·{' '}
            {sideInWords(claim.speaker.type)}
          </small>
        </span>
      </td>
      <th scope="row">
        <a href={linkTo(at, { name: 'claim', key: claim.key })}>
          <English>{claim.statement}</English>
        </a>
        {claim.quote !== null && (
          <small className="serif">
            <English>{say('claims.quote', { quote: claim.quote })}</English>
          </small>
        )}
        <Sources cited={claim.sources} page={page} />
      </th>
      <td>
        <CellName>{say('claims.table.then')}</CellName>
        <span>
          <VerdictCell verdict={whenSaid} reading={reading} kinds={kinds} />
        </span>
      </td>
      <td>
        <CellName>{say('claims.table.now', { day: dayInWords(at.question.on) })}</CellName>
        <span>
          <VerdictCell verdict={onDay} reading={reading} kinds={kinds} />
          {agreed !== null && <small data-agreed="">{agreed}</small>}
        </span>
      </td>
      <td>
        <CellName>{say('claims.table.gap')}</CellName>
        <span>{gapInShort(reading, instrumentNames(instruments))}</span>
      </td>
      <EditorCell reading={reading} />
    </>
  )
}

/** The day, or the month or year whose day nobody knows. */
function Said({ when }: { readonly when: string }) {
  if (isLocalDate(when)) return <DayStamp day={when} short />
  return (
    <span>
      <LooseStamp when={when} />
      <small>{say('claims.table.dayUnknown')}</small>
    </span>
  )
}

/** By whom it is reported, in one line under what was said. */
function Sources({ cited, page }: { readonly cited: Claim['sources']; readonly page: RowPage }) {
  return (
    <small className="sources">
      {say('claims.table.sources')}
      {mark('colon')}
      {cited.map(({ source }) => (
        <a key={source} href={linkTo(page.coordinates, { name: 'source', key: source })} className="source-link">
          <English>{page.sources[source]?.publisher ?? source}</English>
        </a>
      ))}
    </small>
  )
}

/** The editor's word, and the computed one of the same day where it is another. */
function EditorCell({ reading: { claim, editor } }: { readonly reading: ClaimReading }) {
  return (
    <td data-differs={editor.agrees ? undefined : ''}>
      <CellName>{say('claims.table.editor')}</CellName>
      <span>
        {say(`claims.editor.${claim.assessment.verdict}`)}
        <small>
          {editor.agrees
            ? say('claims.editor.same')
            : say('claims.editor.differs', { word: say(`claims.verdict.${editor.computed.word}`) })}
        </small>
      </span>
    </td>
  )
}
