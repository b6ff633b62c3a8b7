import { SMUGGLED } from './hostile'
import type { Asked, Came } from './sending'

/** What the one who judges answers knows of the server. */
export type Bounds = {
  /** An answer that takes longer has hung, in milliseconds. */
  readonly slowMs: number
  /** Words of the server's own that nobody may read: its folder, the password of its database. */
  readonly secrets: readonly string[]
}

/** What only a program's inside says. */
const INSIDE = [
  /\bat .{0,200}\(.{0,300}:\d+:\d+\)/,
  /\bat (?:async )?(?:file|node):\S+:\d+:\d+/,
  /node_modules[/\\]/,
  /Prisma(?:Client|Pg)|PostgresError|DriverAdapterError/,
  /\bSELECT\b.{1,500}\bFROM\b/s,
  /\bselect\b.{1,200}\bfrom "?\w+"? where\b/s,
  /ECONN(?:REFUSED|RESET)|ENOENT|EACCES/,
  /(?:Type|Range|Reference|Syntax|Zod)Error\b/,
  /postgres(?:ql)?:\/\/\w+:/,
]

const MARKUP = /html|xml|svg/

/** What is wrong with what came of a request, in words; nothing where it is as every answer has to be. */
export function faultsOf(asked: Asked, came: Came, { slowMs, secrets }: Bounds): readonly string[] {
  if (came.came === 'nothing') return ['hangs: no answer in time']
  if (came.came === 'broken') return [`breaks the connection: ${came.why}`]
  const { status, headers, body, ms } = came
  const text = body.toString('utf8')
  const type = headers['content-type'] ?? ''
  return [
    ...(ms > slowMs ? [`hangs: over ${slowMs} ms`] : []),
    ...faultsOfStatus(status, headers['retry-after']),
    ...faultsOfHead(asked, came),
    ...(MARKUP.test(type) ? raw(text) : []),
    ...leaks(text, type, secrets),
    ...(text !== '' && type === '' ? ['has no content-type'] : []),
    ...faultsOfJson(text, type),
  ]
}

function faultsOfStatus(status: number, retryAfter: string | undefined): readonly string[] {
  if (status === 503) return retryAfter === undefined ? ['answers 503 without Retry-After'] : []
  return status >= 500 && status !== 501 && status !== 505 ? [`answers ${status}`] : []
}

function faultsOfHead({ path, headers: sent }: Asked, { headers }: Extract<Came, { came: 'answer' }>) {
  const faults: string[] = []
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('lacks nosniff')
  if (headers['content-security-policy'] === undefined) faults.push('lacks a content security policy')
  if (headers['x-powered-by'] !== undefined || headers['server'] !== undefined)
    faults.push('tells what it is made with')
  if (headers['set-cookie'] !== undefined && !path.startsWith('/admin')) faults.push('sets a cookie for a reader')
  if (headers[SMUGGLED] !== undefined) faults.push('lets a value into its head')
  if (leadsAway(headers.location, String(sent['host'] ?? ''))) faults.push('leads to another site')
  return faults
}

/** Whether an address that somebody is led to is of another site than the one that was asked. */
function leadsAway(location: string | undefined, host: string): boolean {
  if (location === undefined) return false
  const here = 'http://here.invalid'
  if (!URL.canParse(location, here)) return true
  const url = new URL(location, here)
  return url.origin !== here && /zq7/.test(url.host) && url.host !== host
}

/** The mark of what was sent, as markup or at the end of an attribute. In scripts quotes stand in texts of their own. */
function raw(text: string): readonly string[] {
  const outside = text.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  const isRaw = /<zq7|<script>zq7/.test(text) || /="[^"<>]*zq8'zq9&(?!amp;)/.test(outside) || /zq7 a="zq8/.test(outside)
  return isRaw ? ['gives back what was sent as markup'] : []
}

function leaks(text: string, type: string, secrets: readonly string[]): readonly string[] {
  if (/javascript|css|image\/png|spreadsheet/.test(type)) return []
  const inside = INSIDE.filter((pattern) => pattern.test(text)).map(
    (pattern) => `tells of its inside: ${pattern.source}`,
  )
  return [...inside, ...(secrets.some((secret) => text.includes(secret)) ? ['tells a secret'] : [])]
}

function faultsOfJson(text: string, type: string): readonly string[] {
  const isJson = /[/+]json\b/.test(type)
  if (!isJson || text === '') return []
  try {
    JSON.parse(text)
    return []
  } catch {
    return ['calls JSON what is none']
  }
}
