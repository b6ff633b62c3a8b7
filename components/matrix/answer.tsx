import { linkTo } from '@/components/marks/link-to'
import { noRulesOf } from '@/components/marks/no-rules'
import { StatusMark } from '@/components/marks/status-mark'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { SummaryPart } from '@/lib/ledger/summary'

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })

/** The answer in one computed sentence, and the same by status with the materials' names (R11). */
export function Answer({ page }: { readonly page: MatrixPage }) {
  const { coordinates, summary, matrix, parties } = page
  return (
    <section className="answer" aria-labelledby="title">
      <h1 id="title">{say('matrix.title')}</h1>
      <p className="answer-sentence">{sentence(page)}</p>
      <p className="soft">{askedInWords(coordinates, parties)}</p>
      {matrix.rows.length > 0 && (
        <dl className="answer-parts">
          {summary.map((part) => (
            <Part key={part.status} part={part} at={coordinates} />
          ))}
        </dl>
      )}
      {matrix.rows.some((row) => row.elsewhere.length > 0) && (
        <p className="small soft">{say('matrix.elsewhere.note')}</p>
      )}
    </section>
  )
}

function Part({ part, at }: { readonly part: SummaryPart; readonly at: Coordinates }) {
  return (
    <div>
      <dt>
        <StatusMark status={part.status} beforeEffect={part.rows.every((row) => row.rollup.beforeEffect)} />
      </dt>
      <dd>
        <ul className="inline-list">
          {part.rows.map(({ material, elsewhere }) => (
            <li key={material.key}>
              <a href={linkTo(at, { name: 'material', key: material.key })}>
                {material.symbol === null ? material.nameEn : <abbr title={material.nameEn}>{material.symbol}</abbr>}
              </a>
              {elsewhere.length > 0 && (
                <>
                  <span aria-hidden="true">†</span>
                  <span className="hidden-text">{` (${say('matrix.elsewhere.mark')})`}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

/** `On 22 November 2026, of 17 rare earths 5 are open in every form, 7 need a licence …, and 5 are unclear: …` */
export function sentence({ coordinates, matrix, summary, future, verifiedThrough }: MatrixPage): string {
  const values = { day: dayInWords(coordinates.question.on), total: matrix.rows.length }
  const rare = coordinates.scope === 'rare-earths' ? 'Rare' : ''
  const start = say(`matrix.answer.${future ? 'scheduledStart' : 'start'}${rare}`, values)
  const parts = summary.map((part) => say(`matrix.answer.${part.status}`, { count: part.rows.length }))
  const answer = `${start} ${LIST.format(parts)}.`
  if (verifiedThrough !== null) return answer
  return `${answer} ${noRulesOf(coordinates.question, 'sentence')}`
}

/** What is asked besides the day; a party goes by its key where its name is not among `parties`. */
export function askedInWords({ question }: Coordinates, parties: MatrixPage['parties'] = []): string {
  const { route, from, to, use, party } = question
  const named = parties.find((candidate) => candidate.key === party)
  const name = named?.nameEn ?? party
  // R2: a question that names a party and no destination has that party's country.
  const destination = to ?? named?.country ?? null
  return say(`matrix.asked.${route}`, {
    from: nameOfCountry(from),
    to: destination === null ? say('matrix.asked.any') : nameOfCountry(destination),
    use: say(`matrix.form.${use}`),
    party: name === null ? '' : say('matrix.asked.party', { name }),
  })
}
