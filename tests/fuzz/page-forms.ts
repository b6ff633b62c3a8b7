/** A control of a form as a page shows it. */
export type Control = {
  readonly name: string
  /** `hidden`, `text`, `select`, `file` …; buttons are `submit`. */
  readonly type: string
  /** What it holds when the page is opened; `null` for a box that is not ticked. */
  readonly value: string | null
  /** What a list offers. */
  readonly options: readonly string[]
}

export type PageForm = {
  /** Where it is sent to: path and query. */
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly controls: readonly Control[]
}

/** The forms of a page without scripts, as React writes them: every attribute in double quotation marks. */
export function formsOf(html: string, path: string): readonly PageForm[] {
  const outside = [...html.matchAll(/<(input|select|textarea|button)\b[^>]*\sform="([^"]*)"[^>]*>/g)]
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const id = attribute(head, 'id')
    const beside = outside
      .filter(([, , of]) => id !== null && of === id)
      .map((found) => html.slice(found.index, endOf(html, found.index, found[1] ?? '')))
    const action = attribute(head, 'action') ?? ''
    return {
      path: action === '' ? path : action,
      method: attribute(head, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      controls: [inside, ...beside].flatMap(controlsOf),
    }
  })
}

/** The addresses of a page that lead to other pages below `root`. */
export function linksOf(html: string, root: string): readonly string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) =>
    plain(href).replace(/#.*$/s, ''),
  )
  return [...new Set(hrefs.filter((href) => href === root || href.startsWith(`${root}/`)))]
}

function endOf(html: string, from: number, tag: string): number {
  const end = tag === 'input' ? html.indexOf('>', from) + 1 : html.indexOf(`</${tag}>`, from) + tag.length + 3
  return Math.max(end, from)
}

function controlsOf(html: string): readonly Control[] {
  const found = html.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>|<button\b([^>]*)>/g,
  )
  return [...found].flatMap(([, input, area, text = '', select, list = '', button]): Control[] => {
    const head = input ?? area ?? select ?? button ?? ''
    const name = attribute(head, 'name')
    if (name === null || /\sdisabled(=|\s|\/|$)/.test(head)) return []
    if (area !== undefined) return [{ name, type: 'text', value: plain(text), options: [] }]
    if (select !== undefined) return [{ name, type: 'select', ...chosenIn(list) }]
    if (button !== undefined) return [{ name, type: 'submit', value: attribute(head, 'value') ?? '', options: [] }]
    const type = attribute(head, 'type') ?? 'text'
    const isBox = type === 'checkbox' || type === 'radio'
    const value = attribute(head, 'value') ?? (isBox ? 'on' : '')
    return [
      { name, type, value: isBox && !/\schecked(=|\s|\/|$)/.test(head) ? null : value, options: isBox ? [value] : [] },
    ]
  })
}

function chosenIn(list: string): Pick<Control, 'value' | 'options'> {
  const all = [...list.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => ({
    value: attribute(head, 'value') ?? '',
    isChosen: /\sselected(=|\s|$)/.test(head),
  }))
  return {
    value: (all.find(({ isChosen }) => isChosen) ?? all[0])?.value ?? '',
    options: all.map(({ value }) => value),
  }
}

function attribute(head: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(` ${head}`)
  return found === null ? null : plain(found[1] ?? '')
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', amp: '&' }

function plain(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
}
