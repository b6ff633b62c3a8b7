import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import { direct } from '@/lib/contract/direction'
import { httpDate } from '@/lib/contract/http-date'
import { mementoLinks } from '@/lib/contract/memento'
import { siteOrigin } from '@/lib/contract/origin'
import { packed } from '@/lib/contract/packed'
import type { NamedSnapshot } from '@/lib/contract/snapshot-address'
import { addressOfPart, snapshotAddress } from '@/lib/contract/snapshot-address'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import type { HeldSnapshot } from '@/lib/sharing/snapshots'
import { heldSnapshot } from '@/lib/sharing/snapshots'

/**
 * Leads to a snapshot, whose bytes are held against their digest first, at every request. Its page speaks of "today", so
 * it is made for one newest revision, one day, one version of its note and the name of this site, and kept under these.
 */
export async function leadToSnapshot(request: NextRequest, { name, part }: NamedSnapshot): Promise<NextResponse> {
  const held = await heldSnapshot(name)
  if (!held.ok) return rewrite(request, `${snapshotAddress(name)}/refused`)
  const { id, notes } = held.value
  if (id !== name) return NextResponse.redirect(new URL(addressOfPart(id, part), request.url), 308)
  if (part === 'image') return NextResponse.next()
  if (part !== 'page') return rewrite(request, `${snapshotAddress(id)}/file/${part}`)

  const head = await headRevision()
  const now =
    head === null ? 'refused' : `now/${head.revision}/${todayInBeijing()}/${notes}/${packed(originOf(request))}`
  return asMemento(request, rewrite(request, `${snapshotAddress(id)}/${now}`), held.value)
}

/** RFC 7089: since when it is kept, what it was taken from, and where other states of that are. */
function asMemento(request: NextRequest, response: NextResponse, { id, address, madeAt }: HeldSnapshot): NextResponse {
  const origin = originOf(request)
  const frozen = direct(address, new URLSearchParams())
  const others = frozen.go === 'pinned' ? `, ${mementoLinks(origin, frozen.coordinates)}` : ''
  response.headers.set('memento-datetime', httpDate(new Date(madeAt)))
  response.headers.set('link', `<${origin}${snapshotAddress(id)}>; rel="canonical"${others}`)
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

function rewrite(request: NextRequest, to: string): NextResponse {
  return NextResponse.rewrite(new URL(to, request.url))
}

function originOf(request: NextRequest): string {
  return siteOrigin(process.env, (name) => request.headers.get(name))
}
