import { Zh } from '@/components/ui/zh'
import { language } from '@/lib/contract/words/language'

/** Chinese signs, and the marks that stand between them. */
const CHINESE =
  /([\p{Script=Han}][\p{Script=Han}\p{N}\s·、，。；：（）《》〈〉]*[\p{Script=Han}）》〉。]|\p{Script=Han})/u

/** Two words or more in Latin letters, with the marks and figures that stand between them. */
const ENGLISH =
  /(\p{Script=Latin}[\p{Script=Latin}’'.-]*(?:[\s,;:.()/&%–—\p{N}-]+\p{Script=Latin}[\p{Script=Latin}’'.-]*)+)/u

/**
 * A text in which words of the other language stand among those of the page (a title, what the record says in its own words),
 * each run marked as what it is, so that screen readers change their voice.
 */
export function Runs({ text }: { readonly text: string }) {
  const inEnglish = language() === 'en'
  return text.split(inEnglish ? CHINESE : ENGLISH).map((part, place) => {
    if (place % 2 === 0) return part
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of one text stand in one order and never move
    return inEnglish ? (
      <Zh key={place}>{part}</Zh>
    ) : (
      <span key={place} lang="en">
        {part}
      </span>
    )
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  })
}
