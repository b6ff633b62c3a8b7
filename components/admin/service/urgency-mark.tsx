import type { Urgency } from '@/lib/contract/service/judge'
import { say } from '@/lib/contract/words/catalogue'

/** How something stands, in a word: what is not fine stands out by its weight, also in print and without colours. */
export function UrgencyMark({ urgency }: { readonly urgency: Urgency }) {
  const word = say(`service.urgency.${urgency}`)
  return urgency === 'fine' ? <span className="soft">{word}</span> : <strong>{word}</strong>
}
