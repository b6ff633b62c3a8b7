import type { Cited } from '@/lib/contract/citation'

/** Signs that mean something to TeX, and how it prints them. */
const TEX: { readonly [sign: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A BibTeX entry that BibTeX and biblatex both read, in UTF-8. */
export function bibtexOf({ key, title, site, made, revision, note, url }: Cited): string {
  const fields: readonly (readonly [string, string])[] = [
    ['author', `{${texOf(site)}}`],
    ['title', `{${texOf(title)}}`],
    ['year', made.slice(0, 4)],
    ['date', made],
    ['version', texOf(revision)],
    ['note', texOf(note)],
    ['url', plainUrl(url)],
  ]
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

/** An item of CSL-JSON, as reference managers exchange them. */
export type CslItem = {
  readonly id: string
  readonly type: 'dataset'
  readonly title: string
  readonly author: readonly [{ readonly literal: string }]
  readonly issued: { readonly 'date-parts': readonly [readonly number[]] }
  readonly version: string
  readonly number?: string
  readonly note: string
  readonly URL: string
}

export function cslOf({ key, title, site, made, revision, id, note, url }: Cited): CslItem {
  return {
    id: key,
    type: 'dataset',
    title,
    author: [{ literal: site }],
    issued: { 'date-parts': [made.split('-').map(Number)] },
    version: revision,
    ...(id === null ? {} : { number: id }),
    note,
    URL: url,
  }
}

/** A file of CSL-JSON holds a list. */
export function cslFile(cited: Cited): string {
  return `${JSON.stringify([cslOf(cited)], null, 2)}\n`
}

function texOf(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#%_~^]/g, (sign) => TEX[sign] ?? sign)
}

/** An address is printed as it is: only what would end the field is written otherwise. */
function plainUrl(url: string): string {
  return url.replace(/[\\{}\s]/g, (sign) => encodeURIComponent(sign))
}
