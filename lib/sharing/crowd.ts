import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { addressIn, isEnglishOnly, readLanguage } from '@/lib/contract/language-address'
import { policyOfEveryAnswer, policyOfFrames } from '@/lib/contract/policy'
import { tellProblem } from '@/lib/contract/problem-details'
import { sayProblem } from '@/lib/contract/problem-words'
import { titleOf } from '@/lib/contract/refusal'
import { networkOf, senderAddress } from '@/lib/contract/sender-address'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, saidIn } from '@/lib/contract/words/language'
import { sharingPool } from '@/lib/db/sharing'
import { refusalPage } from '@/lib/formats/frame-html'
import { ComputedLimit, MINUTE_MS, type Sum } from './computed-limit'

type Headers = { readonly [name: string]: string | readonly string[] | undefined }

/** How a network stands: two fields of an answer (the draft of the IETF for `RateLimit`), and how long to wait, if at all. */
export type Counted = { readonly policy: string; readonly state: string; readonly seconds: number | null }

type Told = { readonly headers: { readonly [name: string]: string }; readonly text: string }

/** Of the connections that are open: they are closed and opened again in tests. */
const opened = new WeakMap<object, RateLimiterPostgres>()

/** Adds up in the table of those who share, which all processes have in common. */
const inTheDatabase: Sum = async (network, points) => {
  const pool = sharingPool()
  const counter = opened.get(pool) ?? counterOn(pool)
  opened.set(pool, counter)
  const { consumedPoints, msBeforeNext } = await counter.penalty(network, points)
  return { points: consumedPoints, left: msBeforeNext }
}

function counterOn(storeClient: ReturnType<typeof sharingPool>): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'sharing_limit',
    tableCreated: true,
    keyPrefix: 'computed',
    points: 1, // what is too much is said by whoever counts
    duration: MINUTE_MS / 1000,
  })
}

let limit: ComputedLimit | null | undefined

/** `null` where the operator wants none. */
function limitOf(perMinute: number): ComputedLimit | null {
  limit ??= perMinute > 0 ? new ComputedLimit(perMinute, inTheDatabase) : null
  return limit
}

/**
 * Counts an answer that has to be made, for the network that asks for it; only a digest of the network is kept, until its
 * minute is over. Editors are counted apart, so that whoever reads beside them takes nothing from them.
 *
 * @returns `null` where nothing is limited.
 */
export function countComputed(headers: Headers, share: 'readers' | 'editors'): Counted | null {
  const perMinute = Number(process.env['COMPUTED_PER_MINUTE'] ?? 0)
  const counter = limitOf(perMinute)
  if (counter === null) return null
  const header = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  }
  const network = networkOf(senderAddress(process.env, header))
  const { left, seconds, over } = counter.take(createHash('sha256').update(`${share} ${network}`).digest('hex'))
  return {
    policy: `"computed";q=${perMinute};w=${MINUTE_MS / 1000}`,
    state: `"computed";r=${left};t=${seconds}`,
    seconds: over ? seconds : null,
  }
}

/**
 * What somebody is told in an answer's place: a page of a sentence, or problem details for a machine.
 *
 * @param status 429 for who asked too much, 503 where too many ask at once.
 * @param seconds after how many it makes sense to ask again.
 */
export function tellTurnedAway(status: 429 | 503, seconds: number, { url }: { readonly url: string }): Told {
  const why = status === 429 ? ('too-many-answers' as const) : ('crowded' as const)
  const refusal = { problems: [{ why, seconds }] as const, nearest: null }
  const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  if (url.startsWith('/api/')) {
    const headers = { ...always, ...OPEN_TO_ALL, 'content-type': 'application/problem+json; charset=utf-8' }
    return { headers, text: JSON.stringify(tellProblem(refusal, url)) }
  }
  const language = isEnglishOnly(url) ? 'en' : readLanguage(url).language
  const text = saidIn(language, () =>
    refusalPage(
      { title: titleOf(refusal), sentences: refusal.problems.map(sayProblem) },
      [{ text: say('address.home'), href: addressIn(language, '/') }],
      LANGUAGE_TAGS[language],
    ),
  )
  const policy = url.startsWith('/embed/') ? policyOfFrames : `${policyOfEveryAnswer}; script-src 'none'`
  return { headers: { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }, text }
}

const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after',
}

/**
 * The server stands in front of the pages and is no part of their bundle (lib/operating/front): it counts, and says why
 * somebody is turned away, by these.
 */
Object.assign(globalThis, { 'sluice.crowd': { count: countComputed, tell: tellTurnedAway } })
