import { linkNow, linkTo } from '@/components/marks/link-to'
import { SHARE } from '@/components/share/share-strip'
import { CopyPermalink } from '@/components/shell/copy-permalink.client'
import type { Frame } from '@/components/views/frame'
import { isAnswer } from '@/lib/contract/export-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { noRulesOf } from '@/lib/contract/words/no-rules'

/** The three clocks of a page and how far someone has looked: printed with it, quoted with it. */
export function CoordinatesLine({ frame }: { readonly frame: Frame }) {
  const { coordinates, verifiedThrough } = frame
  const { question, revision } = coordinates
  const permalink = linkTo(coordinates, coordinates.view)
  return (
    <section className="coordinates" aria-label={say('shell.coordinates.name')}>
      <ul>
        <li>
          <strong>{say('shell.coordinates.law', { day: dayInWords(question.on) })}</strong>
        </li>
        <li>
          {question.known === null
            ? say('shell.coordinates.everything')
            : say('shell.coordinates.known', { day: dayInWords(question.known) })}
        </li>
        <li>{say('shell.coordinates.revision', { number: revision })}</li>
        <li>
          {verifiedThrough === null
            ? noRulesOf(question, 'part')
            : say('shell.coordinates.verified', { day: dayInWords(verifiedThrough) })}
        </li>
        <li className="screen">
          <a href={permalink} rel="bookmark">
            {say('shell.coordinates.permalink')}
          </a>
          <CopyPermalink
            href={permalink}
            words={{ copy: say('shell.copy.do'), copied: say('shell.copy.done'), refused: say('shell.copy.failed') }}
          />
        </li>
        <li className="screen">
          <a href={linkNow(coordinates)}>{say('shell.coordinates.live')}</a>
        </li>
        {isAnswer(coordinates.view) && (
          <li className="screen">
            <a href={`#${SHARE}`}>{say('share.jump')}</a>
          </li>
        )}
      </ul>
      {coordinates.lastSeen === true && <p>{say('shell.lastSeen')}</p>}
      {verifiedThrough !== null && question.on > verifiedThrough && (
        <p>{say('shell.beyondVerified', { day: dayInWords(verifiedThrough) })}</p>
      )}
    </section>
  )
}
