import { Converter } from 'opencc-js/t2cn'

let convert: ((text: string) => string) | null = null

/** Chinese in simplified characters, in which the lists of this record are kept; all else as it is. */
export function simplified(text: string): string {
  if (!/\p{sc=Han}/u.test(text)) return text
  convert ??= Converter({ from: 't', to: 'cn' })
  return convert(text)
}
