import { linkTo, toEnglish } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { apiAddress } from '@/lib/contract/api-address'
import { INTEGRITY } from '@/lib/contract/integrity-address'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** What the record is not, on what terms it may be used, and the same question for machines. */
export function Footer({ at }: { readonly at: Coordinates | null }) {
  const about = at === null ? inThisLanguage('/about') : linkTo(at, { name: 'about' })
  return (
    <footer className="colophon">
      <p>{say('shell.footer.notLaw')}</p>
      <p>{say('shell.footer.licence')}</p>
      <ul className="inline-list screen">
        <li>
          <a href={`${about}#cite`}>{say('shell.footer.cite')}</a>
        </li>
        <li>
          <a href={`${about}#report`}>{say('shell.footer.report')}</a>
        </li>
        <li>
          <a href={inThisLanguage('/compare')}>{say('shell.footer.compare')}</a>
        </li>
        <li>
          <a href={inThisLanguage(INTEGRITY)}>{say('shell.footer.integrity')}</a>
        </li>
        <li>
          <a {...toEnglish('/data')}>{say('shell.footer.data')}</a>
        </li>
        <li>
          <a {...toEnglish('/api/docs')}>{say('shell.footer.docs')}</a>
        </li>
        {at !== null && (
          <li>
            {say('shell.footer.machines')}{' '}
            <a {...toEnglish(apiAddress(at, 'matrix', at.scope === 'all' ? { scope: 'all' } : {}))}>
              {say('shell.footer.api')}
            </a>
          </li>
        )}
      </ul>
      {at !== null && <p className="printed">{printedLine(at)}</p>}
    </footer>
  )
}

/** What a sheet of paper says at its foot: the address, both days and the revision. */
function printedLine(at: Coordinates): string {
  const { question, revision } = at
  return [
    say('shell.footer.printed', { address: linkTo(at, at.view) }),
    say('matrix.caption.law', { day: dayInWords(question.on) }),
    question.known === null
      ? say('matrix.caption.everything')
      : say('matrix.caption.known', { day: dayInWords(question.known) }),
    say('matrix.caption.revision', { number: revision }),
  ].join(' · ')
}
