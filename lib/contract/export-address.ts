import type { View } from './view'

/** What an answer is carried out as: the same address with this suffix. */
export const SUFFIXES = ['csv', 'json', 'xlsx', 'svg', 'png'] as const
export type Suffix = (typeof SUFFIXES)[number]

/** Views that have something to draw. */
const DRAWN: ReadonlySet<View['name']> = new Set(['matrix', 'material', 'regime', 'instrument'])

/** Whether a view is an answer: what answers no question is neither carried out as a file, nor frozen, nor cited. */
export function isAnswer(view: View | View['name']): boolean {
  if (typeof view === 'string') return view !== 'about'
  return isAnswer(view.name) && !(view.name === 'check' && view.product === null)
}

/**
 * The suffixes under which a view can be had: drawings only of what is drawn, nothing of what answers no question.
 *
 * @param drawn false where a view of a kind that is drawn has nothing to draw, as a statement without lines.
 */
export function suffixesOf(view: View | View['name'], drawn = true): readonly Suffix[] {
  if (!isAnswer(view)) return []
  const name = typeof view === 'string' ? view : view.name
  return SUFFIXES.filter((suffix) => (suffix !== 'svg' && suffix !== 'png') || (drawn && DRAWN.has(name)))
}

/** A file of an answer: what it is, and for a CSV which of its tables; `null` is the main one. */
export type FileName = { readonly suffix: Suffix; readonly table: string | null }

const NAMED = new RegExp(`^(.+?)(?:\\.([a-z]+))?\\.(${SUFFIXES.join('|')})$`, 'i')

/** Takes the name of a file off a path: `/matrix.csv`, `/materials/Dy.forms.csv`; `null` where it ends in none. */
export function readFileName(path: string): { readonly base: string; readonly file: FileName } | null {
  const at = path.lastIndexOf('/') + 1
  const [, name, table, suffix] = NAMED.exec(path.slice(at)) ?? []
  const known = SUFFIXES.find((one) => one === suffix?.toLowerCase())
  if (name === undefined || known === undefined || name.toLowerCase() === PREVIEW) return null
  return { base: path.slice(0, at) + name, file: { suffix: known, table: table?.toLowerCase() ?? null } }
}

/** The picture beside a link to a page stands below the page under this name: it is no file of the page's answer. */
const PREVIEW = 'og'

/** The address of a file of the answer at an address: `/` is the matrix. */
export function fileAddress(address: string, file: FileName): string {
  const [path = '', ...anchor] = address.split('#')
  const named = path === '/' ? '/matrix' : path
  return [`${named}.${fileEnding(file)}`, ...anchor].join('#')
}

/** How the name of a file ends, without the first dot: `changes.csv`. */
export function fileEnding({ suffix, table }: FileName): string {
  return table === null ? suffix : `${table}.${suffix}`
}

/** Reads what `fileEnding` wrote. */
export function readFileEnding(ending: string): FileName | null {
  return readFileName(`x.${ending}`)?.file ?? null
}

/** The name under which a file is kept: `sluice-r1-2025-11-08-matrix.csv`. Only letters, digits, dots and dashes. */
export function savedName(address: string, file: FileName): string {
  const parts = address
    .replace(/^\/r\/(\d+)\//, 'r$1/')
    .split('/')
    .filter((part) => part !== '')
  return `sluice-${parts.join('-').replace(/[^A-Za-z0-9-]+/g, '-')}.${fileEnding(file)}`
}
