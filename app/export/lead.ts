import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import type { Coordinates, LiveCoordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import type { FileName } from '@/lib/contract/export-address'
import { fileAddress, fileEnding } from '@/lib/contract/export-address'
import type { FileDirection } from '@/lib/contract/file-direction'
import { siteOrigin } from '@/lib/contract/origin'
import type { Refusal } from '@/lib/contract/refusal'
import { comparisonAt } from '@/lib/contract/sides'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { replacementOf } from '@/lib/reading/replaced'
import { problemResponse } from './problem'

const AWAY: Refusal = { problems: [{ why: 'record-away' }], nearest: null }

/** Leads a request for a file to the route that writes it, or to the one address of that file. */
export async function leadToFile(request: NextRequest, direction: FileDirection): Promise<NextResponse> {
  switch (direction.go) {
    case 'elsewhere':
      return NextResponse.next()
    case 'moved':
      return NextResponse.redirect(new URL(direction.to, request.url), 308)
    case 'refused':
      return problemResponse(direction.refusal, request.nextUrl)
    case 'file':
      break
  }
  const { of, file } = direction
  if (of.go === 'pinned') return toRoute(request, of.coordinates, file)
  const head = await headRevision()
  if (head === null) return problemResponse(AWAY, request.nextUrl)
  if (of.go === 'now') {
    const lastSeen = head.known === 'seen' ? { lastSeen: true } : {}
    return toNow(request, of.live, { ...pin(of.live, head.revision, todayInBeijing()), ...lastSeen }, file)
  }
  const to =
    of.go === 'compare'
      ? comparisonAt(of.sides, head.revision, todayInBeijing())
      : addressOf(pin(of.live, of.revision ?? head.revision, of.on ?? todayInBeijing()))
  return moveForNow(request, fileAddress(to, file))
}

async function toNow(
  request: NextRequest,
  live: LiveCoordinates,
  coordinates: Coordinates,
  file: FileName,
): Promise<NextResponse> {
  const replaced = await replacementOf(coordinates)
  if (replaced !== null) return moveForNow(request, fileAddress(liveAddress(replaced), file))
  const response = toRoute(request, coordinates, file)
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  response.headers.set('link', `<${origin}${fileAddress(liveAddress(live), file)}>; rel="canonical"`)
  return response
}

function toRoute(request: NextRequest, coordinates: Coordinates, file: FileName): NextResponse {
  return NextResponse.rewrite(new URL(`/export/${fileEnding(file)}${addressOf(coordinates)}`, request.url))
}

/** Where an address leads now; it may lead elsewhere tomorrow, so nobody may keep this answer. */
function moveForNow(request: NextRequest, to: string): NextResponse {
  const response = NextResponse.redirect(new URL(to, request.url), 308)
  response.headers.set('cache-control', 'no-store')
  return response
}
