/** Names that nothing in the real record has, so that a search finds by them what it would find in a real record. */

const FIRST = 'bdfgjklmnprstvz'
const SECOND = 'aeiou'
const SYLLABLES = FIRST.length * SECOND.length
const WORDS = SYLLABLES ** 3

/** A word for a number, another for each of the first four hundred thousand. */
export function wordOf(number: number): string {
  let left = (number * 7_919 + 101) % WORDS
  let word = ''
  for (let place = 0; place < 3; place += 1) {
    const syllable = left % SYLLABLES
    word += (FIRST[syllable % FIRST.length] ?? '') + (SECOND[Math.floor(syllable / FIRST.length)] ?? '')
    left = Math.floor(left / SYLLABLES)
  }
  return word
}

/** Two Chinese signs for a number. */
export function hanOf(number: number): string {
  const sign = (place: number) => String.fromCodePoint(0x4e00 + (place % 20_000))
  return sign(number * 31) + sign(number * 7_919 + 17)
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
