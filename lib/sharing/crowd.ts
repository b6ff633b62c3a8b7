import 'server-only'
import { createHash } from 'node:crypto'
import { addressIn, isEnglishOnly, readLanguage } from '@/lib/contract/language-address'
import { policyOfEveryAnswer, policyOfFrames } from '@/lib/contract/policy'
import { tellProblem } from '@/lib/contract/problem-details'
import { sayProblem } from '@/lib/contract/problem-words'
import { titleOf } from '@/lib/contract/refusal'
import { networkOf, senderAddress, siteNetworkOf } from '@/lib/contract/sender-address'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, saidIn } from '@/lib/contract/words/language'
import { type Counter, counterOf } from '@/lib/db/counter'
import { sharingPool } from '@/lib/db/sharing'
import { refusalPage } from '@/lib/formats/frame-html'
import { ComputedLimit, MINUTE_MS, type Sum, type Taken } from './computed-limit'

type Headers = { readonly [name: string]: string | readonly string[] | undefined }

/** How a network stands: two fields of an answer (the draft of the IETF for `RateLimit`), and how long to wait, if at all. */
export type Counted = { readonly policy: string; readonly state: string; readonly seconds: number | null }

type Told = { readonly headers: { readonly [name: string]: string }; readonly text: string }

/** Of the connections that are open: they are closed and opened again in tests. */
const opened = new WeakMap<object, Counter>()

/** Adds up in the table of those who share, which all processes have in common. */
const inTheDatabase: Sum = async (network, points) => {
  const pool = sharingPool()
  const counter = opened.get(pool) ?? counterOn(pool)
  opened.set(pool, counter)
  const { consumedPoints, msBeforeNext } = await counter.penalty(network, points)
  return { points: consumedPoints, left: msBeforeNext }
}

function counterOn(pool: ReturnType<typeof sharingPool>): Counter {
  // One point is never too much here: what is, is said by whoever counts.
  return counterOf({ pool, table: 'sharing_limit' }, 'computed', { points: 1, seconds: MINUTE_MS / 1000 })
}

/** What a network may have, and what all networks of one holder may have together. */
type Limits = { readonly network: ComputedLimit; readonly site: ComputedLimit }

/** A holder of IPv6 addresses commonly has 65,536 networks: together they have as much as so many. */
const SITE = 8

let limits: Limits | null | undefined

/** `null` where the operator wants none. */
function limitsOf(perMinute: number): Limits | null {
  limits ??=
    perMinute > 0
      ? {
          network: new ComputedLimit(perMinute, inTheDatabase),
          site: new ComputedLimit(perMinute * SITE, inTheDatabase),
        }
      : null
  return limits
}

/**
 * Counts an answer that has to be made, for the network that asks for it, and of an IPv6 one for its holder's 48 bits too; only
 * digests of them are kept, until their minute is over. Editors are counted apart, so that whoever reads beside them takes
 * nothing from them.
 *
 * @returns `null` where nothing is limited.
 */
export function countComputed(headers: Headers, share: 'readers' | 'editors'): Counted | null {
  const perMinute = Number(process.env['COMPUTED_PER_MINUTE'] ?? 0)
  const both = limitsOf(perMinute)
  if (both === null) return null
  const header = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  }
  const { left, seconds, over } = take(both, share, senderAddress(process.env, header))
  return {
    policy: `"computed";q=${perMinute};w=${MINUTE_MS / 1000}`,
    state: `"computed";r=${left};t=${seconds}`,
    seconds: over ? seconds : null,
  }
}

function take({ network, site }: Limits, share: string, address: string): Taken {
  const digested = (...words: readonly string[]) => createHash('sha256').update(words.join(' ')).digest('hex')
  const ofSite = address.includes(':') ? digested(share, 'site', siteNetworkOf(address)) : null
  // A holder that had too much begins no more counts: those of others stay remembered.
  if (ofSite !== null && site.isOver(ofSite)) return site.take(ofSite)
  const taken = network.take(digested(share, networkOf(address)))
  if (ofSite === null || taken.over) return taken
  const { left } = site.take(ofSite)
  return { ...taken, left: Math.min(taken.left, left) }
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
 * somebody is turned away, by these. More than one bundle has this module; all is counted by the one that came first.
 */
const home = globalThis as { 'sluice.crowd'?: object }
home['sluice.crowd'] ??= { count: countComputed, tell: tellTurnedAway }
