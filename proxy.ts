import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import { leadToSnapshot } from '@/app/(en)/s/lead'
import { elsewhere } from '@/app/elsewhere'
import { leadToFile } from '@/app/export/lead'
import { timegate } from '@/app/timemap/timegate'
import type { Coordinates, LiveCoordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import type { Direction } from '@/lib/contract/direction'
import { direct } from '@/lib/contract/direction'
import { directFile } from '@/lib/contract/file-direction'
import { DRAWN_AT, pageOfImage } from '@/lib/contract/image-address'
import { addressIn, isEnglishOnly, readLanguage } from '@/lib/contract/language-address'
import { languageLinks } from '@/lib/contract/language-links'
import { mementoLinks } from '@/lib/contract/memento'
import { siteOrigin } from '@/lib/contract/origin'
import { refusedAddress } from '@/lib/contract/refused-request'
import type { Sides } from '@/lib/contract/sides'
import { comparisonAt } from '@/lib/contract/sides'
import { SEARCH } from '@/lib/contract/sought'
import type { Language } from '@/lib/contract/words/language'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { replacementOf } from '@/lib/reading/replaced'
import '@/lib/sharing/crowd' // it lends itself to the server in front

/**
 * Resolves "now", leads other spellings to the one address, and sends what cannot be answered to the page that says
 * why. Well-formed pinned addresses never come here: see `config`.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl
  if (BEHIND.test(pathname)) return refuse(request)
  const { language, path } = readLanguage(pathname)
  const direction = direct(path, searchParams)
  const pictured = direction.go === 'snapshot' ? null : pageOfImage(path)
  const file = pictured === null ? directFile(path, searchParams) : null
  const carriedOut = pictured !== null || (file !== null && file.go !== 'elsewhere') || direction.go === 'snapshot'
  if (language !== 'en' && carriedOut) return move(request, `${path}${request.nextUrl.search}`)
  if (pictured !== null) return draw(request, pictured)
  if (file !== null && file.go !== 'elsewhere') return leadToFile(request, file)
  switch (direction.go) {
    case 'elsewhere':
      if (language !== 'en' && !HAS_OTHER_LANGUAGES.test(path)) return only(request, path)
      if (language !== 'en') return spelled(request, language, path) ?? shown(request, path)
      return shown(request, path)
    case 'pinned':
      return spelled(request, language, path) ?? NextResponse.next()
    case 'moved':
      return move(request, addressIn(language, direction.to))
    case 'refused':
      return refuse(request)
    case 'now':
      return spelled(request, language, path) ?? now(request, direction.live, language)
    case 'pin':
      return pinNow(request, direction, language)
    case 'compare':
      return compareNow(request, direction.sides, language)
    case 'snapshot':
      return leadToSnapshot(request, direction)
  }
}

/** A page without coordinates, a file, or an editor's page. */
function shown(request: NextRequest, path: string): NextResponse | Promise<NextResponse> {
  return path === SEARCH ? search(request) : elsewhere(request)
}

/** Where files and pictures are made, which are led to from their own addresses: nobody from outside asks there. */
const BEHIND = /^\/(export|image)(\/|$)/i

async function now(request: NextRequest, live: LiveCoordinates, language: Language): Promise<NextResponse> {
  const asked = request.headers.get('accept-datetime')
  if (asked !== null) return (await timegate(request, live, asked, language)) ?? refuse(request)
  const head = await headRevision()
  if (head === null) return refuse(request)

  const seen = head.known === 'seen'
  const today = todayInBeijing()
  const coordinates: Coordinates = {
    ...pin(live, head.revision, today),
    ...(seen ? { lastSeen: true } : {}),
  }
  const replaced = await replacementOf(coordinates)
  if (replaced !== null) return moveForNow(request, addressIn(language, liveAddress(replaced)))
  const response = NextResponse.rewrite(new URL(addressIn(language, addressOf(coordinates)), request.url))
  if (seen) response.headers.set('x-robots-tag', 'noindex')
  // For the server alone (lib/operating/front), which keeps the answer while this is "now", and takes the header off.
  else response.headers.set('x-sluice-now', `${head.revision} ${today}`)
  const origin = originOf(request)
  response.headers.set(
    'link',
    `<${origin}${addressIn(language, liveAddress(live))}>; rel="canonical", ${languageLinks(origin, liveAddress(live))}, ${mementoLinks(origin, live)}`,
  )
  return response
}

/** A form that named a day, or a revision: the other one is what it is now. */
async function pinNow(
  request: NextRequest,
  asked: Extract<Direction, { go: 'pin' }>,
  language: Language,
): Promise<NextResponse> {
  const revision = asked.revision ?? (await headRevision())?.revision
  if (revision === undefined) return refuse(request)
  const to = addressOf(pin(asked.live, revision, asked.on ?? todayInBeijing()))
  return moveForNow(request, addressIn(language, to))
}

/** Two questions lead to their comparison, at which both are pinned. */
async function compareNow(request: NextRequest, sides: Sides, language: Language): Promise<NextResponse> {
  const head = await headRevision()
  if (head === null) return refuse(request)
  return moveForNow(request, addressIn(language, comparisonAt(sides, head.revision, todayInBeijing())))
}

/** Who searches asks the database: a page that found nothing because nobody could look would say what is not so. */
async function search(request: NextRequest): Promise<NextResponse> {
  const head = await headRevision()
  return head === null || head.known === 'seen' ? refuse(request) : elsewhere(request)
}

/** Pages without coordinates that readers of each language have. */
const HAS_OTHER_LANGUAGES = /^\/(search|compare|about\/(?:integrity|privacy|security)|refused\/[^/]+)$/

/** What is there in English alone is led to; nothing else stands behind the name of a language. */
function only(request: NextRequest, path: string): NextResponse {
  return isEnglishOnly(path) ? move(request, `${path}${request.nextUrl.search}`) : refuse(request)
}

/** Other spellings of the language (`/ZH/…`, `/zh/`) lead to the one address; `null` where it is spelled well. */
function spelled(request: NextRequest, language: Language, path: string): NextResponse | null {
  const to = addressIn(language, path)
  return to === request.nextUrl.pathname ? null : move(request, `${to}${request.nextUrl.search}`)
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
  const { language } = readLanguage(pathname)
  return NextResponse.rewrite(new URL(addressIn(language, refusedAddress(pathname, searchParams)), request.url))
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
    '/((?!_next/|api/|(?:zh/)?r/[1-9]\\d{0,8}/20[23]\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:/last-seen)?(?:/known/\\d{4}-\\d{2}-\\d{2})?(?:/from/(?!CN)[A-Z]{2})?(?:/to/[A-Z]{2})?(?:/use/military)?(?:/party/[a-z0-9-]+)?(?:/route/(?:re-export|foreign-made|assistance))?(?:/scope/all)?(?:/by/regime)?/(?:matrix(?:/after/(?:[A-Z][a-z]?|[a-z0-9-]{3,}))?|about|claims(?:/[a-z0-9-]+)?|evidence(?:/[a-z0-9-]+)?|calendar|rehearsal/[a-z0-9-]+(?:/until/20[23]\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))?|changes(?:/before/[1-9]\\d{0,8}|/[1-9]\\d{0,8}(?:/against/[1-9]\\d{0,8})?)?|history/(?:material/(?:[A-Z][a-z]?|[a-z0-9-]{3,})|(?:form|regime|instrument|provision|party|source|event|claim|indicator)/[a-z0-9-]+)|(?:regimes|instruments|sources)(?:/[a-z0-9-]+)?|(?:materials/(?:[A-Z][a-z]?|[a-z0-9-]{3,}))|proof/(?:[A-Z][a-z]?|[a-z0-9-]{3,})/[a-z0-9-]+|compare/[1-9]\\d{0,8}/20[23]\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:/known/\\d{4}-\\d{2}-\\d{2})?(?:/from/(?!CN)[A-Z]{2})?(?:/to/[A-Z]{2})?(?:/use/military)?(?:/party/[a-z0-9-]+)?(?:/route/(?:re-export|foreign-made|assistance))?)$).*)',
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'rev' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'on' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'known' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'from' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'to' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'use' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'party' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'route' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'scope' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'by' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'against' }] },
    { source: '/:zh(zh)?/r/:path*', has: [{ type: 'query', key: 'until' }] },
  ],
}
