import { askOnce } from '../support/ask-once'
import { whatIsWrong } from './audit'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import { type Answer, emptyBook, written } from './rounds'

/** Two processes publish drafts of one base at one moment: one of them is first, and the other is told that the record moved on. */
export const rivals: Fault = {
  name: 'rivals',
  tells: 'two processes publishing at once',
  times: 200,
  run: publishAtOnce,
}

async function publishAtOnce({ times, random, lay, hire }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const book = emptyBook()
  const ground = await lay()
  const both = await Promise.all([hire(ground.url), hire(ground.url)])
  try {
    const [first] = await askOnce(ground.direct(), 'select max(number)::integer as number from revision')
    const base = Number(first?.['number'])
    for (let round = 0; round < times; round += 1) {
      const drafts = await Promise.all(both.map((one, nth) => one.draft(`Rival ${nth}, round ${round}.`)))
      const handicap = random() < 0.5 ? 0 : 1
      const answers = await Promise.all(
        both.map(async (one, nth) => {
          if (nth === handicap) await new Promise((resolve) => setTimeout(resolve, random() * 3))
          return one.publish(drafts[nth] as (typeof drafts)[number])
        }),
      )
      const ends = answers.map((told, nth) => written(drafts[nth] as (typeof drafts)[number], told, book))
      tally.count(ends.toSorted().join(' and '))
      tally.add(amiss(answers, base + round + 1))
    }
    const { wrong, lost, head } = await whatIsWrong(ground.direct(), book.acknowledged)
    tally.wrong.push(...wrong)
    if (head !== base + times) tally.wrong.push(`${times} publications made ${head - base} revisions`)
    tally.lost = lost
    tally.acknowledged = book.acknowledged.length
    return tally.outcome()
  } finally {
    await Promise.all(both.map((one) => one.leave()))
    await ground.remove()
  }
}

/** One was told the next number, and the other to move onto it. */
function amiss(answers: readonly Answer[], next: number): readonly string[] {
  const won = answers.filter((told) => told.end === 'acknowledged' && told.revision === next)
  const lost = answers.filter((told) => told.end === 'refused' && told.why === 'base-moved')
  return won.length === 1 && lost.length === 1 ? [] : [`told ${JSON.stringify(answers)}`]
}
