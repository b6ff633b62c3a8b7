import { instantInWords } from '@/lib/contract/words/instant'

/** When something was done: an instant, not a legal day, so it is told in UTC. */
export function Instant({ at }: { readonly at: string }) {
  return <time dateTime={at}>{instantInWords(at)}</time>
}
