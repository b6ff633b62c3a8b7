const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** What leads around a page, or asks for another one, is no part of its answer. */
const NOT_THE_ANSWER = new Set(['nav', 'form', 'script', 'style', 'button', 'svg', 'summary'])
/** How a drawing on the page reads is folded away under it; the drawing in a file has a legend of its own. */
const FOLDED_LEGEND = /^details class="small"/
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

type Opened = { readonly name: string; readonly skipped: boolean; readonly kept: boolean }

/**
 * The texts of a page's answer as they stand in its HTML: those of table cells, values, dates and marks in `<main>`, text
 * node by text node, without what leads to other pages.
 */
export function textsOfAnswer(html: string): readonly string[] {
  const main = /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const texts = new Set<string>()
  const open: Opened[] = []
  for (const [, comment, closing, name = '', attributes = '', text = ''] of main.matchAll(TOKENS)) {
    if (comment !== undefined) continue
    const parent = open.at(-1)
    if (name === '') {
      if (parent?.kept === true && !parent.skipped) texts.add(plain(text))
    } else if (closing === '/') {
      open.splice(open.findLastIndex((element) => element.name === name))
    } else if (!VOID.has(name) && !attributes.endsWith('/')) {
      open.push(opened(name, attributes, parent))
    }
  }
  return [...texts].flatMap(piecesOf).filter((text) => /[\p{L}\p{N}]{2}/u.test(text))
}

const DAY = /\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}/g

/** What stands between marks of punctuation, and each date by itself: a file may keep them in columns of their own. */
function piecesOf(text: string): readonly string[] {
  return [...(text.match(DAY) ?? []), ...text.replace(DAY, '|').split(/[|·,;:()“”]/)].map(plain)
}

const TOKENS = /(<!--[\s\S]*?-->)|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/g
const CELLS = new Set(['td', 'dd', 'time', 'li'])

/** What is not printed, is told to screen readers alone, or names a place on the page itself. */
const ELSEWHERE = ['screen', 'hidden-text', 'cell-name', 'source-refs']

function opened(name: string, attributes: string, parent: Opened | undefined): Opened {
  const classes = (/class="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ')
  const hidden = ELSEWHERE.some((name) => classes.includes(name)) || /href="#source-/.test(attributes)
  return {
    name,
    skipped:
      parent?.skipped === true || NOT_THE_ANSWER.has(name) || hidden || FOLDED_LEGEND.test(`${name}${attributes}`),
    kept: parent?.kept === true || CELLS.has(name) || isRowHead(name, attributes) || classes.includes('status'),
  }
}

function isRowHead(name: string, attributes: string): boolean {
  return name === 'th' && /scope="row"/.test(attributes)
}

/** Without what joins texts on a page: the punctuation around them, blanks, and places where a word may be broken. */
export function plain(text: string): string {
  return text
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name: string) => ENTITIES[name] ?? numbered(name) ?? all)
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s·.,:;()–-]+|[\s·.,:;(–-]+$/g, '')
}

function numbered(name: string): string | null {
  if (!name.startsWith('#')) return null
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return String.fromCodePoint(code)
}
