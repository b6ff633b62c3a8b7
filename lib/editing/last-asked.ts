import 'server-only'
import { remembered } from '@/lib/db/remembered'

/**
 * Answers by name, each worked out once: those asked for last are kept, and one that could not be worked out is asked anew.
 *
 * @param most how many are kept.
 */
export function lastAsked<Answer>(most: number): (name: string, workOut: () => Promise<Answer>) => Promise<Answer> {
  const kept = remembered(new Map<string, Promise<Answer>>())
  return (name, workOut) => {
    const answer = kept.get(name) ?? workOut()
    kept.delete(name)
    kept.set(name, answer)
    answer.catch(() => kept.delete(name))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
