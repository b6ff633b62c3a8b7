import type { NextRequest } from 'next/server'
import { moved, picture, refusedPicture } from '@/app/image/answer'
import type { Coordinates, LiveCoordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import type { Direction } from '@/lib/contract/direction'
import { direct } from '@/lib/contract/direction'
import { replacedOnly } from '@/lib/contract/refusal'
import { previewAt, previewOf } from '@/lib/drawing/drawing'
import { readExhibit } from '@/lib/reading/exhibit'
import { headRevision, todayInBeijing } from '@/lib/reading/now'

export const dynamic = 'force-dynamic'

/** The picture beside a link to any page of the record, pinned or of today. `proxy.ts` leads here from `…/og.png`. */
export async function GET(request: NextRequest, { params }: RouteContext<'/image/[[...address]]'>): Promise<Response> {
  const { address = [] } = await params
  const path = `/${address.join('/')}`
  const direction = direct(path, request.nextUrl.searchParams)
  switch (direction.go) {
    case 'pinned':
      return drawn(request, direction.coordinates)
    case 'now':
      return now(request, direction.live)
    case 'pin':
      return pinNow(direction)
    case 'moved':
      return moved(direction.to)
    case 'refused':
      return refusedPicture(direction.refusal)
    default:
      return refusedPicture({ problems: [{ why: 'unknown-view', value: path }], nearest: null })
  }
}

async function drawn(request: NextRequest, coordinates: Coordinates): Promise<Response> {
  const known = previewAt(addressOf(coordinates))
  if (known !== null) return picture(request, { ok: true, value: known }, 'asked-again')
  const exhibit = await readExhibit(coordinates)
  if (exhibit.ok) return picture(request, await previewOf(exhibit.value), 'asked-again')
  const { refusal } = exhibit
  return replacedOnly(refusal) && refusal.nearest !== null ? moved(refusal.nearest) : refusedPicture(refusal)
}

async function now(request: NextRequest, live: LiveCoordinates): Promise<Response> {
  const head = await headRevision()
  if (head === null) return refusedPicture({ problems: [{ why: 'record-away' }], nearest: liveAddress(live) })
  return drawn(request, pin(live, head.revision, todayInBeijing()))
}

/** A question that names a day or a revision: the other one is what it is now, and may be another tomorrow. */
async function pinNow({ live, revision, on }: Extract<Direction, { go: 'pin' }>): Promise<Response> {
  const pinned = revision ?? (await headRevision())?.revision
  if (pinned === undefined) return refusedPicture({ problems: [{ why: 'record-away' }], nearest: liveAddress(live) })
  return moved(addressOf(pin(live, pinned, on ?? todayInBeijing())), { 'cache-control': 'no-store' })
}
