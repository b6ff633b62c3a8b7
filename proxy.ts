import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import { leadToCitation } from '@/app/cite/lead'
import { leadToFile } from '@/app/export/lead'
import { leadToSnapshot } from '@/app/s/lead'
import { timegate } from '@/app/timemap/timegate'
import type { Coordinates, LiveCoordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import type { Direction } from '@/lib/contract/direction'
import { direct } from '@/lib/contract/direction'
import { MOST_OF_A_FORM } from '@/lib/contract/edit/form/size'
import { directFile } from '@/lib/contract/file-direction'
import { DRAWN_AT, pageOfImage } from '@/lib/contract/image-address'
import { mementoLinks } from '@/lib/contract/memento'
import { senderOf, siteOrigin } from '@/lib/contract/origin'
import { policyOfEveryAnswer, policyOfStreamedPages } from '@/lib/contract/policy'
import { refusedAddress } from '@/lib/contract/refused-request'
import type { Sides } from '@/lib/contract/sides'
import { comparisonAt } from '@/lib/contract/sides'
import { say } from '@/lib/contract/words/catalogue'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { replacementOf } from '@/lib/reading/replaced'

/**
 * Resolves "now", leads other spellings to the one address, and sends what cannot be answered to the page that says
 * why. Well-formed pinned addresses never come here: see `config`.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl
  if (BEHIND.test(pathname)) return refuse(request)
  const direction = direct(pathname, searchParams)
  const pictured = direction.go === 'snapshot' ? null : pageOfImage(pathname)
  if (pictured !== null) return draw(request, pictured)
  const file = directFile(pathname, searchParams)
  if (file !== null && file.go !== 'elsewhere') return leadToFile(request, file)
  switch (direction.go) {
    case 'elsewhere':
      return elsewhere(request)
    case 'pinned':
      return NextResponse.next()
    case 'moved':
      return move(request, direction.to)
    case 'refused':
      return refuse(request)
    case 'now':
      return now(request, direction.live)
    case 'pin':
      return pinNow(request, direction)
    case 'compare':
      return compareNow(request, direction.sides)
    case 'snapshot':
      return leadToSnapshot(request, direction)
  }
}

/** Where files and pictures are made, which are led to from their own addresses: nobody from outside asks there. */
const BEHIND = /^\/(export|image)(\/|$)/i

/** Pages that are made anew for everybody: their scripts are let through by a nonce, not by their digests. */
const DYNAMIC = /^\/(search|compare|data|admin(\/.*)?)$/

async function now(request: NextRequest, live: LiveCoordinates): Promise<NextResponse> {
  const asked = request.headers.get('accept-datetime')
  if (asked !== null) return (await timegate(request, live, asked)) ?? refuse(request)
  const head = await headRevision()
  if (head === null) return refuse(request)

  const seen = head.known === 'seen'
  const coordinates: Coordinates = {
    ...pin(live, head.revision, todayInBeijing()),
    ...(seen ? { lastSeen: true } : {}),
  }
  const replaced = await replacementOf(coordinates)
  if (replaced !== null) return moveForNow(request, liveAddress(replaced))
  const response = NextResponse.rewrite(new URL(addressOf(coordinates), request.url))
  if (seen) response.headers.set('x-robots-tag', 'noindex')
  const origin = originOf(request)
  response.headers.set('link', `<${origin}${liveAddress(live)}>; rel="canonical", ${mementoLinks(origin, live)}`)
  return response
}

/** A form that named a day, or a revision: the other one is what it is now. */
async function pinNow(request: NextRequest, asked: Extract<Direction, { go: 'pin' }>): Promise<NextResponse> {
  const revision = asked.revision ?? (await headRevision())?.revision
  if (revision === undefined) return refuse(request)
  return moveForNow(request, addressOf(pin(asked.live, revision, asked.on ?? todayInBeijing())))
}

/** Two questions lead to their comparison, at which both are pinned. */
async function compareNow(request: NextRequest, sides: Sides): Promise<NextResponse> {
  const head = await headRevision()
  return head === null ? refuse(request) : moveForNow(request, comparisonAt(sides, head.revision, todayInBeijing()))
}

/** The picture of a page, pinned or of today: where it is drawn, the page's address is read once more. */
function draw(request: NextRequest, page: string): NextResponse {
  return NextResponse.rewrite(new URL(`${DRAWN_AT}${page}${request.nextUrl.search}`, request.url))
}

/** Where an address leads now; it may lead elsewhere tomorrow, so nobody may keep this answer. */
function moveForNow(request: NextRequest, to: string): NextResponse {
  const response = move(request, to)
  response.headers.set('cache-control', 'no-store')
  return response
}

function move(request: NextRequest, to: string): NextResponse {
  return NextResponse.redirect(new URL(to, request.url), 308)
}

function refuse(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl
  return NextResponse.rewrite(new URL(refusedAddress(pathname, searchParams), request.url))
}

function elsewhere(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname.startsWith('/cite/')) return leadToCitation(request)
  if (!DYNAMIC.test(request.nextUrl.pathname)) return NextResponse.next()
  if (isForeignForm(request)) return new NextResponse(say('admin.foreignForm'), { status: 403, headers: PLAIN })
  if (isLargeForm(request)) return new NextResponse(say('forms.tooLarge'), { status: 413, headers: PLAIN })
  // One policy, not two: Next looks for the nonce among the parts of one, in the request and in the answer alike.
  const common = request.nextUrl.pathname.startsWith('/admin') ? policyOfStreamedPages : policyOfEveryAnswer
  const policy = `${common}; script-src 'self' 'nonce-${btoa(crypto.randomUUID())}'`
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-asked-for', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }

/** A form of another site, which a browser may send with its user's cookies: no action of ours is even asked. */
function isForeignForm({ method, headers }: NextRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && senderOf(process.env, (name) => headers.get(name)) === 'another-site'
}

/** Files are imported under an address that has a limit of its own. */
const TAKES_FILES = /^\/admin\/import(\/|$)/

/** A form that no page would answer: its sender still has it, a step back. */
function isLargeForm({ method, headers, nextUrl }: NextRequest): boolean {
  if (method !== 'POST' || TAKES_FILES.test(nextUrl.pathname)) return false
  return Number(headers.get('content-length')) > MOST_OF_A_FORM
}

function originOf(request: NextRequest): string {
  return siteOrigin(process.env, (name) => request.headers.get(name))
}

/**
 * Everything but files, the API, and pinned addresses that are spelled as `addressOf` spells them (its tests hold
 * the two together). A pinned address comes here when it is not, or when a form of ours was sent to it.
 */
export const config = {
  matcher: [
    '/((?!_next/|api/|r/[1-9]\\d{0,8}/20[23]\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:/last-seen)?(?:/known/\\d{4}-\\d{2}-\\d{2})?(?:/from/(?!CN)[A-Z]{2})?(?:/to/[A-Z]{2})?(?:/use/military)?(?:/party/[a-z0-9-]+)?(?:/route/(?:re-export|foreign-made|assistance))?(?:/scope/all)?(?:/by/regime)?/(?:matrix|about|changes(?:/before/[1-9]\\d{0,8}|/[1-9]\\d{0,8}(?:/against/[1-9]\\d{0,8})?)?|history/(?:material/(?:[A-Z][a-z]?|[a-z0-9-]{3,})|(?:form|regime|instrument|provision|party|source|event|claim|indicator)/[a-z0-9-]+)|(?:regimes|instruments|sources)(?:/[a-z0-9-]+)?|(?:materials/(?:[A-Z][a-z]?|[a-z0-9-]{3,}))|proof/(?:[A-Z][a-z]?|[a-z0-9-]{3,})/[a-z0-9-]+|compare/[1-9]\\d{0,8}/20[23]\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:/known/\\d{4}-\\d{2}-\\d{2})?(?:/from/(?!CN)[A-Z]{2})?(?:/to/[A-Z]{2})?(?:/use/military)?(?:/party/[a-z0-9-]+)?(?:/route/(?:re-export|foreign-made|assistance))?)$).*)',
    { source: '/r/:path*', has: [{ type: 'query', key: 'rev' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'on' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'known' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'from' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'to' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'use' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'party' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'route' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'scope' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'by' }] },
    { source: '/r/:path*', has: [{ type: 'query', key: 'against' }] },
  ],
}
