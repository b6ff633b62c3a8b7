/**
 * How closely a text matches a query, the closer the smaller: 0 the same, 1 begins with it, 2 a word in it begins with
 * it, 3 contains it; `null` when no text of the thing matches. Both are compared in small letters. One or two Latin
 * letters must be the whole text: `Y` is yttrium, not everything with a y.
 */
export function rankOf(query: string, texts: readonly (string | null)[]): number | null {
  const ranks = texts.flatMap((text) =>
    text === null ? [] : (rank(query, text.normalize('NFKC').toLowerCase()) ?? []),
  )
  return ranks.length === 0 ? null : Math.min(...ranks)
}

function rank(query: string, text: string): number | null {
  if (text === query) return 0
  if (/^[a-z]{1,2}$/u.test(query)) return null
  if (text.startsWith(query)) return 1
  if (text.split(/[^\p{L}\p{N}.]+/u).some((word) => word.startsWith(query))) return 2
  if (text.includes(query)) return 3
  const words = query.split(/\s+/u)
  return words.length > 1 && words.every((word) => text.includes(word)) ? 4 : null
}
