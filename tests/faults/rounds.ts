import { setTimeout as pause } from 'node:timers/promises'
import { askOnce } from '../support/ask-once'
import { type Acknowledged, whatIsWrong } from './audit'
import type { Tally } from './fault'
import type { Ground } from './ground'
import type { Looked, Told } from './publisher'
import type { Publisher } from './publishing'

export type Answer = Told | { readonly end: 'killed' }

/** What was published so far by those who were told so, and what must never be published because somebody was told it was not. */
export type Book = { readonly acknowledged: Acknowledged[]; readonly denied: string[] }

export const emptyBook = (): Book => ({ acknowledged: [], denied: [] })

/** How long a publication takes when nobody disturbs it, in milliseconds: the first one is slower than those that follow. */
export async function usual(publisher: Publisher, book: Book): Promise<number> {
  let took = 0
  for (let nth = 0; nth < 2; nth += 1) {
    const looked = await publisher.draft(`Undisturbed, ${nth}.`)
    const told = await publisher.publish(looked)
    if (told.end !== 'acknowledged') throw new Error(`an undisturbed publication failed: ${JSON.stringify(told)}`)
    book.acknowledged.push({ draft: looked.draft, revision: told.revision })
    took = told.ms
  }
  return took
}

/** What somebody was told, in words; it is written down, to be looked for after every round. */
export function written({ draft }: Looked, told: Answer, book: Book): string {
  switch (told.end) {
    case 'acknowledged':
      book.acknowledged.push({ draft, revision: told.revision })
      return 'acknowledged'
    case 'refused':
      if (told.mayBeDone) return 'told that nobody can tell'
      book.denied.push(draft)
      return `refused (${told.why})`
    case 'thrown':
      return told.away ? 'shown the page of trouble' : `broken: ${told.says}`
    default:
      return told.end
  }
}

/**
 * After a fault: what is wrong in the database, and whether publishing goes on. The same draft is published once more: whatever
 * became of it before, it is one revision then.
 *
 * @param thorough whether every hash is computed anew, which takes longer with every revision.
 */
export async function afterwards(
  { ground, publisher, book, tally }: { ground: Ground; publisher: Publisher; book: Book; tally: Tally },
  looked: Looked,
  thorough: boolean,
): Promise<readonly string[]> {
  const url = ground.direct()
  const published = await askOnce(url, `select draft from publication where draft is not null`)
  const done = new Set(published.map(({ draft }) => String(draft)))
  const belied = book.denied.filter((draft) => done.has(draft))
  const onceMore = await goesOn(publisher, looked, book)
  const { wrong, lost } = await whatIsWrong(url, book.acknowledged, thorough)
  tally.lost = Math.max(tally.lost, lost)
  tally.acknowledged = book.acknowledged.length
  return [...belied.map((draft) => `told that nothing was done, and it was: ${draft}`), ...wrong, ...onceMore]
}

/** How long an operator waits for a process that lost its database to be itself again: half of that is the database's. */
const PATIENCE_MS = 60_000

async function goesOn(publisher: Publisher, looked: Looked, book: Book): Promise<readonly string[]> {
  const before = book.acknowledged.find(({ draft }) => draft === looked.draft)
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(100)) {
    const again = await publisher.publish(looked)
    if (again.end === 'acknowledged') {
      if (before !== undefined) return before.revision === again.revision ? [] : [`published twice: ${looked.draft}`]
      book.acknowledged.push({ draft: looked.draft, revision: again.revision })
      const denied = book.denied.indexOf(looked.draft)
      if (denied >= 0) book.denied.splice(denied, 1)
      return []
    }
    const isAway = (again.end === 'refused' && again.why === 'away') || (again.end === 'thrown' && again.away)
    if (!isAway) return [`publishing did not go on: ${JSON.stringify(again)}`]
  }
  return ['publishing did not go on']
}
