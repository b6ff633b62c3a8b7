import { say } from '@/lib/contract/words/catalogue'

const INSTANT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** When something was recorded: an instant, not a legal day, so it is told in UTC. */
export function Instant({ instant }: { readonly instant: string }) {
  return <time dateTime={instant}>{say('library.changes.atValue', { at: INSTANT.format(Date.parse(instant)) })}</time>
}
