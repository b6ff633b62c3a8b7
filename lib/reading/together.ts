import { within } from '@/lib/db/within'

/**
 * Lets those who ask while an answer is under way share the next one: it is asked for when that one has come, so after all of
 * them came, and none is told what was true before they asked. However many ask, one question is under way at a time.
 *
 * @param ask what is asked; a failure is everybody's who shared it.
 * @param patience milliseconds after which an answer under way is no longer waited for before the next is asked for.
 */
export function together<Value>(ask: () => Promise<Value>, patience: number): () => Promise<Value> {
  let underWay: Promise<void> | null = null
  let next: Promise<Value> | null = null

  function begin(): Promise<Value> {
    const asked = ask()
    const over = within(asked.then(nothing, nothing), patience).then(() => {
      if (underWay === over) underWay = null
    })
    underWay = over
    return asked
  }

  return () => {
    if (next !== null) return next
    if (underWay === null) return begin()
    next = underWay.then(() => {
      next = null
      return begin()
    })
    return next
  }
}

function nothing(): void {
  // It is over, well or badly: whoever asked was told.
}
