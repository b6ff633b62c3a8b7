import { type Bounds, faultsOf } from './faults'
import { formsOf, linksOf, type PageForm } from './page-forms'
import { plainly, senderTo } from './sending'

/** What lies behind links: the forms on the way, one of each kind, and what is wrong with the pages themselves. */
export type Crawled = {
  readonly pages: number
  readonly forms: readonly PageForm[]
  readonly faults: ReadonlyMap<string, string>
}

/** Of pages that differ by a number or an id only, so many are opened. */
const OF_A_KIND = 2

/** Opens pages from one on, along links, as somebody whose browser has a cookie. */
export async function crawl(
  address: string,
  from: readonly string[],
  root: string,
  cookie: string,
  bounds: Bounds,
): Promise<Crawled> {
  const sender = senderTo(address)
  const [waiting, seen, kinds] = [[...from], new Set(from), new Map<string, number>()]
  const forms = new Map<string, PageForm>()
  const faults = new Map<string, string>()
  let pages = 0
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const asked = plainly(path, { headers: cookie === '' ? {} : { cookie } })
    const came = await sender.ask(asked, bounds.slowMs + 8000)
    for (const fault of faultsOf(asked, came, bounds)) if (!faults.has(fault)) faults.set(fault, path)
    if (came.came !== 'answer' || !String(came.headers['content-type']).startsWith('text/html')) continue
    pages += 1
    const html = came.body.toString('utf8')
    for (const form of formsOf(html, path)) {
      const key = kindOf(form.path) + form.controls.map(({ name }) => kindOf(name)).join()
      forms.set(key, forms.get(key) ?? form)
    }
    for (const link of linksOf(html, root)) {
      const kind = kindOf(link)
      const times = kinds.get(kind) ?? 0
      if (seen.has(link) || times >= OF_A_KIND || link.includes('/export/')) continue
      seen.add(link)
      kinds.set(kind, times + 1)
      waiting.push(link)
    }
  }
  sender.close()
  return { pages, forms: [...forms.values()], faults }
}

/** An address without what makes it one of many of its kind. */
function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replace(/=[^&]*/g, '=')
    .replace(/[0-9a-f]{20,}|\d+/g, '#')
}
