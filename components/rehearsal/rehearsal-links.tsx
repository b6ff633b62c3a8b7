import { linkTo } from '@/components/marks/link-to'
import { LinkList } from '@/components/ui/link-list'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { Instrument } from '@/lib/ledger/record'

/** The way to the day after each of some suspensions. */
export function RehearsalLinks({
  at,
  suspenders,
}: {
  readonly at: Coordinates
  readonly suspenders: readonly Instrument[]
}) {
  if (suspenders.length === 0) return null
  const links = suspenders.map((instrument) => ({
    href: linkTo(at, { name: 'rehearsal', key: instrument.key, until: null }),
    words: say('rehearsal.link.rehearse', { name: instrumentName(instrument) }),
  }))
  return <LinkList name={say('rehearsal.link.entry')} links={links} />
}
