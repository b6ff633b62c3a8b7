import { dayInBeijing } from '@/lib/contract/beijing'
import { isDatabaseAway } from '@/lib/db/away'
import { publishDraft } from '@/lib/editing/publish'
import { aDraft, ben, entry, lookedAt, printed } from '../editing/desk'

/** What the owner of a publisher may ask: `note` makes each draft another, and is found again in the record. */
export type Asked =
  | { readonly nth: number; readonly ask: 'draft'; readonly note: string }
  | { readonly nth: number; readonly ask: 'publish'; readonly looked: Looked }
  | { readonly nth: number; readonly ask: 'today' }

export type Looked = { readonly draft: string; readonly fingerprint: string; readonly urgent: boolean }

/** How it ended, in the words of the verb itself. `thrown` is what an editor would meet as a page of trouble. */
export type Told =
  | { readonly nth: number; readonly end: 'drafted'; readonly looked: Looked }
  | { readonly nth: number; readonly end: 'acknowledged'; readonly revision: number; readonly ms: number }
  | { readonly nth: number; readonly end: 'refused'; readonly why: string; readonly mayBeDone: boolean }
  | { readonly nth: number; readonly end: 'thrown'; readonly away: boolean; readonly says: string }
  | { readonly nth: number; readonly end: 'today'; readonly day: string }

/** Does what its owner sends, one message at a time or several at once, and answers each with the number it came with. */
export function listen(): void {
  process.channel?.ref()
  process.on('message', (message) => {
    const asked = message as Asked
    answer(asked).then(tell, (error: unknown) => tell({ nth: asked.nth, end: 'thrown', ...saidOf(error) }))
  })
  process.send?.({ ready: true })
}

async function answer(asked: Asked): Promise<Told> {
  const { nth } = asked
  if (asked.ask === 'today') return { nth, end: 'today', day: dayInBeijing(new Date()) }
  if (asked.ask === 'draft') {
    const said = printed('source', 'mofcom-ann-2025-70', { note: asked.note })
    return { nth, end: 'drafted', looked: await lookedAt(await aDraft('wording', [entry('source', said)])) }
  }
  const began = performance.now()
  const published = await publishDraft(ben, asked.looked)
  if (!published.ok) {
    const { refusal } = published
    return { nth, end: 'refused', why: refusal.why, mayBeDone: refusal.why === 'away' && refusal.mayBeDone }
  }
  return { nth, end: 'acknowledged', revision: published.value.revision, ms: performance.now() - began }
}

function saidOf(error: unknown) {
  return { away: isDatabaseAway(error), says: error instanceof Error ? error.message : String(error) }
}

function tell(told: Told): void {
  process.send?.(told)
}
