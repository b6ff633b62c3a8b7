import { English } from '@/components/ui/english'
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
  const [other, Marked] = language() === 'en' ? [CHINESE, Zh] : [ENGLISH, English]
  return text.split(other).map((part, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in one order and never move
    return place % 2 === 1 ? <Marked key={place}>{part}</Marked> : part
  })
}
