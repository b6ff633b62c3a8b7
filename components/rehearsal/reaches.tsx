import { linkAsking, linkTo } from '@/components/marks/link-to'
import type { RehearsalPage } from '@/components/views/rehearsal-page'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'

/** Where nothing that was suspended bears on the cells: the questions under which it does. */
export function Reaches({ page }: { readonly page: RehearsalPage }) {
  const { coordinates, reaches, cells, instrument } = page
  const { question, scope } = coordinates
  const isTouched = cells.some(({ fate }) => fate === 'closes' || fate === 'stricter' || fate === 'waits')
  if (isTouched || cells.length === 0) return null
  const at = { ...coordinates, scope: 'all' as const }
  const links = [
    ...(question.from === reaches.from
      ? []
      : [
          {
            href: linkAsking(at, { from: reaches.from }),
            words: say('rehearsal.ask.from', { country: nameOfCountry(reaches.from) }),
          },
        ]),
    ...reaches.to
      .filter((country) => country !== question.to)
      .map((country) => ({
        href: linkAsking(at, { to: country }),
        words: say('rehearsal.ask.to', { country: nameOfCountry(country) }),
      })),
    ...(scope === 'all' ? [] : [{ href: linkTo(at, coordinates.view), words: say('rehearsal.ask.all') }]),
  ]
  return (
    <p>
      {say('rehearsal.untouched', { name: instrumentName(instrument) })}{' '}
      {links.map(({ href, words }, index) => (
        <span key={href}>
          {index > 0 && mark('pause')}
          <a href={href}>{words}</a>
        </span>
      ))}
    </p>
  )
}
