import { type APIRequestContext, expect, test } from '@playwright/test'
import { oldAddresses } from '../support/old-addresses'

/** How many are opened at a time: pictures and workbooks take what a machine of two cores has. */
const AT_ONCE = 4

test('every address that was ever published still leads where it led', async ({ request, baseURL }) => {
  const question = { on: '2025-11-08', rev: 1 }
  const frozen = await request.post('/api/v1/snapshots', { data: { view: 'matrix', question } })
  const { id, digest } = await frozen.json()
  const names = { snapshot: String(id), digest: String(digest), origin: baseURL ?? '' }
  const waiting = [...oldAddresses()]
  const wrong: string[] = []
  const open = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { address, status, comes } = one
      const came = await answerTo(request, named(address, names))
      if (!isAsWritten(came, `${status} ${named(comes, names)}`))
        wrong.push(`${address}: ${came}, not ${status} ${comes}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, open))
  expect(wrong).toEqual([])
})

type Names = { readonly snapshot: string; readonly digest: string; readonly origin: string }

function named(text: string, { snapshot, digest, origin }: Names): string {
  return text.replace('<snapshot>', snapshot).replace('<digest>', digest).replace('<origin>', origin)
}

/** The status of an answer, and its type or where it leads. */
async function answerTo(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address, { maxRedirects: 0 })
  const { location, 'content-type': type = '' } = response.headers()
  const place = location === undefined ? null : new URL(location, response.url())
  return `${response.status()} ${place === null ? type.split(';')[0] : `${place.pathname}${place.search}`}`
}

/** What means "now" is any revision and any day. */
function isAsWritten(came: string, written: string): boolean {
  const shape = written
    .replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
    .replace('<n>', '[1-9]\\d*')
    .replace('<day>', '20\\d\\d-\\d\\d-\\d\\d')
  return new RegExp(`^${shape}$`).test(came)
}
