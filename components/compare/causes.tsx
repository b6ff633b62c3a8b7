import { linkTo } from '@/components/marks/link-to'
import { English } from '@/components/ui/english'
import { Section } from '@/components/ui/section'
import type { ComparePage } from '@/components/views/compare-page'
import { say } from '@/lib/contract/words/catalogue'
import { causeInWords, groupInWords } from '@/lib/contract/words/compare'
import type { DifferenceGroup } from '@/lib/ledger/compare/groups'

/** What made cells differ, in sentences: one part for each cause, one sentence for cells that went the same way. */
export function Causes({ page }: { readonly page: ComparePage }) {
  return page.groups.map((cause) => (
    <Section key={cause.cause} id={`cause-${cause.cause}`} title={causeInWords(cause)}>
      <p className="small soft">{say(`compare.meaning.${cause.cause}`)}</p>
      <ul className="sentences">
        {cause.groups.map((group) => (
          <li key={JSON.stringify([group.step, group.cells[0]])}>
            <Sentence group={group} page={page} />
          </li>
        ))}
      </ul>
    </Section>
  ))
}

function Sentence({ group, page }: { readonly group: DifferenceGroup; readonly page: ComparePage }) {
  const { coordinates, against, nameOf, reasons } = page
  const sentence = groupInWords(group, { before: against.question, after: coordinates.question }, nameOf)
  const { step, movers } = group
  const revision = step.of === 'revision' ? step.number : null
  return (
    <>
      {sentence}
      {revision !== null && revision <= coordinates.revision && (
        <>
          {' '}
          <a href={linkTo(coordinates, { name: 'change', number: revision, against: null })}>
            {reasons[revision] === undefined ? (
              say('pages.changes.revision', { number: revision })
            ) : (
              <English>{reasons[revision]}</English>
            )}
          </a>
        </>
      )}
      {movers.map((key) => (
        <span key={key} className="screen">
          {' '}
          <a href={linkTo(coordinates, { name: 'instrument', key })}>{nameOf('instrument', key)}</a>
        </span>
      ))}
    </>
  )
}
