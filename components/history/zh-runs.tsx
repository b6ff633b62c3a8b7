import { Zh } from '@/components/ui/zh'

/** Chinese signs, and the marks that stand between them. */
const CHINESE =
  /([\p{Script=Han}][\p{Script=Han}\p{N}\s·、，。；：（）《》〈〉]*[\p{Script=Han}）》〉。]|\p{Script=Han})/u

/** A sentence with its Chinese marked as Chinese, so that screen readers change their voice. */
export function ZhRuns({ text }: { readonly text: string }) {
  return text.split(CHINESE).map((part, place) => {
    const isChinese = place % 2 === 1
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in one order and never move
    return isChinese ? <Zh key={place}>{part}</Zh> : part
  })
}
