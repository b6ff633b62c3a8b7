/** Where a word too long for a narrow column may be broken. */
const LONG_WORD = /(Magneto|refriger|Lumin)(?=[a-z]{4})/g

/** A heading with places where a line may end; they are seen only where one does. */
export function withBreaks(heading: string): string {
  return heading.replace(LONG_WORD, '$1\u00AD')
}
