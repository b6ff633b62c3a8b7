import { addressIn } from '@/lib/contract/language-address'
import type { Language } from '@/lib/contract/words/language'
import type { PaletteWords } from './words'

/** A line that the palette has by itself, without asking: a page, or a change of the question of this one. */
export type Place = { readonly href: string; readonly label: string }

const PAGES = {
  matrix: '/',
  check: '/check',
  regimes: '/regimes',
  instruments: '/instruments',
  claims: '/claims',
  evidence: '/evidence',
  calendar: '/calendar',
  compare: '/compare',
  sources: '/sources',
  changes: '/changes',
  about: '/about',
} as const

/** What is there in English alone. */
const ENGLISH_PAGES = { data: '/data', docs: '/api/docs' } as const

/** The pages whose name has a word that begins with what was typed; all of them before anything was. */
export function pagesFor(typed: string, spoken: Language, say: PaletteWords): readonly Place[] {
  const own = Object.entries(PAGES).map(([name, path]) => ({ name, href: addressIn(spoken, path) }))
  const english = Object.entries(ENGLISH_PAGES).map(([name, href]) => ({ name, href }))
  const wanted = typed.trim().toLowerCase()
  return [...own, ...english]
    .map(({ name, href }) => ({ href, label: say(`palette.page.${name}`), name }))
    .filter(({ label, name }) => begins(label.toLowerCase(), wanted) || (wanted.length > 1 && name.startsWith(wanted)))
    .map(({ href, label }) => ({ href, label }))
}

function begins(label: string, wanted: string): boolean {
  return (
    label.startsWith(wanted) || label.includes(` ${wanted}`) || (/[^\p{ASCII}]/u.test(wanted) && label.includes(wanted))
  )
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const DESTINATION = /^(?:(?:exports? )?to|出口至?|至)\s*([a-z]{2}|any|任何)$/iu

/**
 * The same page asked otherwise, where what was typed is a day (`2025-11-08`) or a destination (`to US`). The server reads
 * it once more, and says what is wrong with a country or a day that it does not know.
 *
 * @param here the path of a page that has a question, or that of the front page.
 */
export function changesFor(typed: string, here: string, say: PaletteWords): readonly Place[] {
  const text = typed.trim()
  if (DAY.test(text) && isDay(text)) return [{ href: `${here}?on=${text}`, label: say('palette.day', { day: text }) }]
  const code = DESTINATION.exec(text)?.[1]
  if (code === undefined) return []
  if (/^(any|任何)$/i.test(code)) return [{ href: `${here}?to=`, label: say('palette.anyDestination') }]
  const country = code.toUpperCase()
  return [{ href: `${here}?to=${country}`, label: say('palette.to', { code: country }) }]
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
