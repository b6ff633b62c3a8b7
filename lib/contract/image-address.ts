const NAME = '/og.png'

/** How large it is, in pixels: what the places that show previews ask for. */
export const PREVIEW = { width: 1200, height: 630 }

/** The picture beside a link to a page: `/r/1/2025-11-08/matrix/og.png`, `/materials/Dy/og.png`, and `/og.png` for `/`. */
export function imageAddress(page: string): string {
  return `${page === '/' ? '' : page}${NAME}`
}

/** The page whose picture stands at a path; `null` for a path that names no picture. */
export function pageOfImage(path: string): string | null {
  if (!path.toLowerCase().endsWith(NAME)) return null
  const page = path.slice(0, -NAME.length)
  return page === '' ? '/' : page
}

/** Where the pictures of all pages are drawn: `proxy.ts` leads there. */
export const DRAWN_AT = '/image'
