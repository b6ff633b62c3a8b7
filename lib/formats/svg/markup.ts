import { writable } from '@/lib/ledger/writable'

declare const markup: unique symbol

/** XML that may stand inside a drawing: made by `element` alone, so that nothing a record says can become markup. */
export type Markup = string & { readonly [markup]: true }

type Attributes = { readonly [name: string]: string | number | undefined }

/** An element with what stands in it; texts are escaped, attributes without a value are left out. */
export function element(
  name: string,
  attributes: Attributes,
  ...inside: readonly (Markup | readonly Markup[])[]
): Markup {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(inDigits(value))}"`]))
    .join('')
  const content = inside.flat().join('')
  return (content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`) as Markup
}

/** A text as it stands between tags. */
export function words(text: string): Markup {
  return escaped(text) as Markup
}

/** Two decimals are finer than any screen or printer shows. */
function inDigits(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
}

const NAMED: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return writable(text).replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign)
}
