import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Elements without an end of their own. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
/** What nobody translates: code, keys and addresses. */
const UNTRANSLATED = /^(head|code|pre)$/
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g
/** Three English words or more, one after the other. */
const ENGLISH = /\b[A-Za-z]{2,}(?:[\s,.:;'’-]+[A-Za-z]+){2,}/

type Open = { readonly tag: string; readonly lang: string; readonly skipped: boolean }

/**
 * What a page in Chinese says in English without marking it as English: of its text, and of the names that its attributes
 * and drawings give to things. Such names cannot be marked, so what the record itself says may stand in them.
 *
 * @param said the record's own texts.
 */
export function otherWordsIn(html: string, said: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const open: Open[] = [{ tag: '', lang: 'zh', skipped: false }]
  const check = (text: string, isName: boolean) => {
    const read = readable(text)
    const told = withoutAddresses(
      isName ? said.reduce((rest, own) => (own.length > 6 ? rest.replace(own, ' ') : rest), read) : read,
    )
    if (ENGLISH.test(told)) found.add(told.trim().slice(0, 160))
  }
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(html); token !== null; token = TOKEN.exec(html)) {
    const [, closing, name, attributes = '', text] = token
    const around = open.at(-1) ?? { tag: '', lang: 'zh', skipped: true }
    const isRead = !around.skipped && around.lang.startsWith('zh')
    if (text !== undefined) {
      if (isRead) check(text, around.tag === 'title')
      continue
    }
    if (name === undefined) continue
    const tag = name.toLowerCase()
    if (closing === '/') {
      const at = open.findLastIndex((one) => one.tag === tag)
      if (at > 0) open.length = at
      continue
    }
    if (tag === 'script' || tag === 'style') {
      const end = html.indexOf(`</${tag}>`, TOKEN.lastIndex)
      TOKEN.lastIndex = end === -1 ? html.length : end + tag.length + 3
      continue
    }
    const inside = insideOf(around, tag, attributes)
    if (!inside.skipped && inside.lang.startsWith('zh')) {
      for (const [, value = ''] of attributes.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*)"/g)) {
        check(value, true)
      }
    }
    if (!VOID.test(tag) && !attributes.endsWith('/')) open.push(inside)
  }
  return [...found]
}

function insideOf(around: Open, tag: string, attributes: string): Open {
  const lang = /\blang="([^"]*)"/.exec(attributes)?.[1] ?? around.lang
  const isCode = /\bclass="[^"]*\b(code|copyable)\b/.test(attributes)
  return { tag, lang, skipped: around.skipped || UNTRANSLATED.test(tag) || isCode }
}

/** A text without its entities. */
function readable(text: string): string {
  return text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** A text without the addresses and keys in it: what the record says is taken out before, because it may hold a slash. */
function withoutAddresses(text: string): string {
  return text.replace(/(?:https?:\/)?\/[\w./?#=&%-]+|“[\w-]+”/g, ' ')
}

/** Links and forms of a page that lead out of its language, without saying so. */
export function otherLinksIn(html: string): readonly string[] {
  const links = [...html.matchAll(/<(a|form)\b((?:"[^"]*"|[^>"])*)>/g)].map(([, tag, attributes = '']) => ({
    tag,
    attributes,
    to: /\b(?:href|action)="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }))
  return links
    .filter(({ to }) => to.startsWith('/') && !/^\/zh(?=[/?#]|$)/.test(to))
    .filter(({ tag, attributes, to }) => !/hreflang="en"/i.test(attributes) && !(tag === 'form' && to === '/s'))
    .map(({ to }) => to)
}

const DATA = join(import.meta.dirname, '../../../prisma/data')

/** Every text of the record, the longest first. */
export function textsOfTheRecord(): readonly string[] {
  const texts = new Set<string>()
  const read = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read)
  }
  for (const file of readdirSync(DATA)) read(JSON.parse(readFileSync(join(DATA, file), 'utf8')))
  return [...texts].sort((a, b) => b.length - a.length)
}
