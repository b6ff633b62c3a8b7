/** Where an action or a page led: what Next.js makes of `redirect`. */
export class Led extends Error {
  readonly to: string
  constructor(to: string) {
    super(`led to ${to}`)
    this.to = to
  }
}

/** What Next.js makes of `notFound`. */
export class NotFound extends Error {}

type Cookie = { readonly value: string; readonly maxAge?: number; readonly [attribute: string]: unknown }

/** A browser that keeps cookies as told, and the request it is about to make. */
export type PretendBrowser = {
  readonly cookies: Map<string, Cookie>
  /** Headers besides the cookies, as the server finds them. */
  readonly says: Record<string, string>
}

/** A browser on the machine itself, from an address of its own. */
export function aBrowser(says: Record<string, string> = {}): PretendBrowser {
  return { cookies: new Map(), says: { host: 'localhost:3000', 'x-peer-address': '203.0.113.5', ...says } }
}

let current = aBrowser()

/** From now on requests come from this browser. */
export function use(browser: PretendBrowser): PretendBrowser {
  current = browser
  return browser
}

/** The headers of the next request of a browser. */
export function requestOf(browser: PretendBrowser): Headers {
  const headers = new Headers(browser.says)
  const pairs = [...browser.cookies].map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`)
  if (pairs.length > 0) headers.set('cookie', pairs.join('; '))
  return headers
}

/** In place of `next/headers`. */
export const nextHeaders = {
  headers: () => Promise.resolve(requestOf(current)),
  cookies: () =>
    Promise.resolve({
      set(name: string, value: string, attributes: Record<string, unknown>) {
        if (attributes['maxAge'] === 0) current.cookies.delete(name)
        else current.cookies.set(name, { value, ...attributes })
      },
    }),
}

/** In place of `next/navigation`. */
export const nextNavigation = {
  redirect(to: string): never {
    throw new Led(to)
  },
  notFound(): never {
    throw new NotFound()
  },
}

/** Where something led; what it gave back is an error here. */
export async function ledTo(work: Promise<unknown>): Promise<string> {
  return work.then(
    (value) => {
      throw new Error(`led nowhere, and gave ${JSON.stringify(value)}`)
    },
    (error: unknown) => {
      if (error instanceof Led) return error.to
      throw error
    },
  )
}
