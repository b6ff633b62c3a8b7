import { markedIn } from '@/lib/contract/marked'

/** A text with what was searched for marked in it. */
export function Marked({ text, q }: { readonly text: string; readonly q: string }) {
  return markedIn(text, q).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
    piece.found ? <mark key={at}>{piece.text}</mark> : piece.text,
  )
}
