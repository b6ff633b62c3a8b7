import { crawl } from './crawl'
import { type FormSender, formRequests } from './form-requests'
import type { PageForm } from './page-forms'
import { runRequests, type Terms } from './run-requests'
import { sessionOf } from './session'

const READERS = ['/', '/check', '/search', '/compare', '/zh', '/zh/check', '/calendar', '/claims', '/admin/sign-in']

/** Forms that end the session, or the right to one: whoever sends them can send no other. */
const ENDS = /sign-out|second-factor|\/admin\/people|\/admin\/sign-in/

/** The forms that an admin and a reader find, and what is wrong with pages on the way. */
export type Found = { readonly forms: readonly PageForm[]; readonly pages: number; readonly faults: readonly string[] }

/** Every form behind links, those that end a session left out. */
export async function formsBehind(terms: Pick<Terms, 'address' | 'bounds'>, cookie: string): Promise<Found> {
  const open = await crawl(terms.address, READERS, '/none', '', terms.bounds)
  const shut = await crawl(terms.address, ['/admin'], '/admin', cookie, terms.bounds)
  const forms = [...open.forms, ...shut.forms.filter(({ path, controls }) => !ends(path, controls))]
  const faults = [...open.faults, ...shut.faults].map(([fault, path]) => `${fault}: GET ${path}`)
  return { forms, pages: open.pages + shut.pages, faults }
}

function ends(path: string, controls: PageForm['controls']): boolean {
  return ENDS.test(path) || (controls.every(({ type }) => type === 'hidden' || type === 'submit') && path === '/admin')
}

/** Fills in forms by turns with opening the pages anew: what was kept of it stands on other pages then. */
export async function fuzzForms(terms: Terms): Promise<[string, readonly string[]]> {
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const kinds = new Set<string>()
  let [asked, slowest, pages] = [0, 0, 0]
  const TURNS = 5
  for (let turn = 0; turn < TURNS; turn += 1) {
    const cookie = await sessionOf(terms.address, 'ada')
    const found = await formsBehind(terms, cookie)
    for (const { path, controls } of found.forms)
      kinds.add(`${path.replace(/[0-9a-f-]{36}|\d+/g, '#')} ${controls.length}`)
    const sender: FormSender = { origin: terms.address, cookie }
    const runs = Math.ceil(terms.runs / TURNS)
    const told = await runRequests(formRequests(found.forms, sender), { ...terms, seed: terms.seed + turn, runs })
    for (const [status, times] of told.statuses) statuses.set(status, (statuses.get(status) ?? 0) + times)
    faults.push(
      ...found.faults,
      ...[...told.faults].map(([fault, { times, request }]) => `${fault}, ${times}×: ${request}`),
    )
    asked += told.asked
    pages += found.pages
    slowest = Math.max(slowest, told.slowestMs)
  }
  const last = await formsBehind(terms, await sessionOf(terms.address, 'ada'))
  faults.push(...last.faults)
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} ${times}×`)
  return [
    `${asked} forms sent, of ${kinds.size} sorts, ${pages} pages opened, slowest ${slowest} ms; ${counted.join(', ')}`,
    faults,
  ]
}
