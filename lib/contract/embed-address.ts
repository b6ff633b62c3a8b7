import type { Coordinates, LiveCoordinates } from './address'
import { addressOf, liveAddress } from './address'
import type { Direction } from './direction'
import { direct } from './direction'

/** How much of an answer a frame shows: all of it, or (a material alone) what holds for each form, a line each. */
export type Look = 'whole' | 'strip'

const FRAMES = '/embed'
const STRIP = '/strip'

/**
 * Where the frame of an answer is: its own path behind `/embed`, so that whatever names an answer names its frame. A
 * pinned path and a snapshot's (`/s/<id>`) give a frame that stays as it is, a live path one that updates.
 */
export function embedPath(path: string, look: Look = 'whole'): string {
  return `${FRAMES}${look === 'strip' ? STRIP : ''}${path === '/' ? '/matrix' : path}`
}

/** What becomes of a request for a frame; see `Direction`. `unknown` is what no frame shows. */
export type EmbedDirection =
  | { readonly go: 'unknown' }
  | (Exclude<Direction, { readonly go: 'elsewhere' | 'compare' }> & { readonly look: Look })

/** Reads the path (which begins with `/embed`) and the query of a request for a frame, as a reader gave them. */
export function directEmbed(path: string, query: URLSearchParams): EmbedDirection {
  const { look, inner } = innerOf(path)
  const direction = direct(inner === '/matrix' ? '/' : inner, query)
  switch (direction.go) {
    case 'elsewhere':
    case 'compare':
      return { go: 'unknown' }
    case 'snapshot':
      return direction.part === 'page' ? { ...direction, look } : { go: 'unknown' }
    case 'moved':
      return { go: 'moved', to: embedPath(direction.to, look), look }
    case 'refused':
      return { ...direction, look }
    case 'now':
      return settled(path, liveAddress(direction.live), direction, look)
    case 'pinned':
      return settled(path, addressOf(direction.coordinates), direction, look)
    case 'pin':
      return hasLook(direction.live, look) ? { ...direction, look } : { go: 'unknown' }
  }
}

/** A frame has one address too: another spelling is led to it. */
function settled(
  path: string,
  address: string,
  direction: Extract<Direction, { readonly go: 'now' | 'pinned' }>,
  look: Look,
): EmbedDirection {
  if (!hasLook(direction.go === 'now' ? direction.live : direction.coordinates, look)) return { go: 'unknown' }
  const to = embedPath(address, look)
  return to === path ? { ...direction, look } : { go: 'moved', to, look }
}

function hasLook({ view }: Coordinates | LiveCoordinates, look: Look): boolean {
  return look === 'whole' || view.name === 'material'
}

function innerOf(path: string): { readonly look: Look; readonly inner: string } {
  const rest = path.slice(FRAMES.length)
  const strip = `${rest}/`.toLowerCase().startsWith(`${STRIP}/`)
  const inner = strip ? rest.slice(STRIP.length) : rest
  return { look: strip ? 'strip' : 'whole', inner: inner === '' ? '/' : inner }
}

/** What a page pastes to show an answer in a frame: the frozen kind is the one to offer first. */
export type EmbedSnippets = { readonly frozen: string; readonly updates: string }

/**
 * The two snippets of an answer, HTML.
 *
 * @param origin of this site, without a slash at the end.
 * @param title what the frame is called where it cannot be seen.
 * @param frozen the path that never changes: `/s/<id>`, or the pinned path where nothing was frozen.
 * @param updates the path that means "now".
 */
export function embedSnippets(answer: {
  readonly origin: string
  readonly title: string
  readonly view: string
  readonly frozen: string
  readonly updates: string
  readonly look?: Look
}): EmbedSnippets {
  return { frozen: snippet(answer, answer.frozen), updates: snippet(answer, answer.updates) }
}

/** How large a frame wants to be, in CSS pixels. It works down to 320 wide, and scrolls where it is lower. */
export function embedSize(view: string, look: Look = 'whole'): { readonly width: number; readonly height: number } {
  if (look === 'strip') return { width: 640, height: 260 }
  return view === 'matrix' ? { width: 960, height: 760 } : { width: 760, height: 560 }
}

type Framed = {
  readonly origin: string
  readonly title: string
  readonly view: string
  readonly look?: Look
  /** The frame's own size, where it may not be as wide as the place it is put in. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** One frame of an answer and, for readers who do not get frames, the link to it. */
export function snippet({ origin, title, view, look = 'whole', size }: Framed, path: string): string {
  const { width, height } = size ?? { width: '100%', height: embedSize(view, look).height }
  return [
    `<iframe src="${attribute(origin + embedPath(path, look))}" title="${attribute(title)}"`,
    ` width="${width}" height="${height}" loading="lazy" frameborder="0"></iframe>`,
    `<p><a href="${attribute(origin + path)}">${attribute(title)}</a></p>`,
  ].join('')
}

/** A text as it may stand in an attribute, and between tags. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
