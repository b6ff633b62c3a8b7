/** A text of `most` signs at most: what is too long ends after a whole word, with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  const word = kept.replace(/\s+\S*$/u, '')
  return `${(word === '' ? kept : word).replace(/[\s,;:.–-]+$/u, '')}…`
}
