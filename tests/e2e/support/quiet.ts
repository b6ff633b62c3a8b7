import { test as base, expect, type Page } from '@playwright/test'

/** What a page did that a reader never asked for: complaints, failures, and requests to anyone else. */
export type Noise = string[]

/** Listens to a page until the test ends. */
export function listen(page: Page, origin: string, scripts: boolean): Noise {
  const noise: Noise = []
  page.on('console', (message) => {
    const { url } = message.location()
    // A refusal is a page with a status; the browser reports that status of its own accord.
    const isRefusal = message.text().startsWith('Failed to load resource') && url === page.url()
    if (['error', 'warning', 'assert'].includes(message.type()) && !isRefusal) {
      noise.push(`console ${message.type()} on ${page.url()}: ${message.text()} (${url})`)
    }
  })
  page.on('pageerror', (error) => {
    // Leaving a page stops what was still streaming into it, and React tells so. A part that the server could not make
    // is in the server's log, which is looked at in the end.
    if (error.message.includes('React error #419')) return
    noise.push(`error on ${page.url()}: ${error.name}, ${error.message}: ${error.stack}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason given'
    // Leaving a page stops what it was still fetching ahead, and a browser without scripts refuses them: nobody waits.
    const expected = why === 'net::ERR_ABORTED' || (!scripts && request.resourceType() === 'script')
    if (!expected) noise.push(`request failed on ${page.url()}: ${request.url()} (${why})`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    const leaves = /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin
    if (leaves) noise.push(`request left the origin on ${page.url()}: ${request.url()}`)
  })
  page.on('response', (response) => {
    const isDocument = response.request().isNavigationRequest()
    if (response.status() >= 400 && !isDocument) noise.push(`${response.status()} on ${page.url()}: ${response.url()}`)
  })
  return noise
}

/** Playwright's `test`, in which a page that makes noise fails whatever else it does right. What asks for no page has none. */
export const test = base.extend({
  page: async ({ page, baseURL, javaScriptEnabled }, use) => {
    const noise = listen(page, new URL(baseURL ?? '').origin, javaScriptEnabled)
    await use(page)
    expect(noise, 'the page made noise').toEqual([])
  },
})

export { expect }
