import en from '@/lib/contract/words/en/palette.json'
import zh from '@/lib/contract/words/zh/palette.json'

type Texts = { readonly [key: string]: string | Texts }

/**
 * Says words of the palette in a language. They come straight from their files: the whole catalogue would weigh more than
 * the palette. A placeholder is a name in braces, no more.
 *
 * @param tag the `lang` of the document.
 */
export function wordsIn(tag: string) {
  const palette: Texts = tag.startsWith('zh') ? zh : en
  return (key: `palette.${string}`, values: { readonly [name: string]: string | number } = {}): string => {
    const text = key
      .split('.')
      .slice(1)
      .reduce<string | Texts | undefined>((part, name) => (typeof part === 'object' ? part[name] : part), palette)
    return typeof text === 'string' ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')) : key
  }
}

export type PaletteWords = ReturnType<typeof wordsIn>
