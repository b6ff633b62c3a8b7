import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import { titleInFull } from '@/lib/contract/described'
import { direct } from '@/lib/contract/direction'
import { embedSize, snippet } from '@/lib/contract/embed-address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { PREVIEW } from '@/lib/contract/image-address'
import { readLanguage } from '@/lib/contract/language-address'
import { readOembed } from '@/lib/contract/oembed'
import { siteOrigin } from '@/lib/contract/origin'
import { sayProblem } from '@/lib/contract/problem-words'
import { type Refusal, statusOf } from '@/lib/contract/refusal'
import { snapshotAddress, snapshotImageAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'
import { readExhibit } from '@/lib/reading/exhibit'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { snapshotOf } from '@/lib/sharing/snapshots'

export const dynamic = 'force-dynamic'

const OPEN_TO_ALL = { 'access-control-allow-origin': '*' }

/** A frame that stays as it is may be remembered for a day, one that updates for an hour. */
const CACHE_AGE = { frozen: 86_400, updates: 3_600 }

/** Where an answer stands that is to be shown in a frame. */
type Place = { readonly path: string; readonly image: string; readonly kind: 'frozen' | 'updates' }
type Found = { readonly exhibit: Exhibit; readonly place: Place }

/** How an address of this site is put into a page (oEmbed 1.0): `/api/oembed?url=…&maxwidth=640&format=json`. */
export async function GET(request: Request): Promise<Response> {
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const asked = readOembed(new URL(request.url).searchParams, origin)
  if (!asked.ok) return refuse(asked.refusal.status, asked.refusal.detail)
  const found = await foundAt(asked.value.path)
  if ('status' in found) return refuse(found.status, found.detail)
  const { maxWidth, maxHeight } = asked.value
  const { exhibit, place } = found
  const wanted = embedSize(exhibit.view)
  const size = { width: Math.min(wanted.width, maxWidth), height: Math.min(wanted.height, maxHeight) }
  const title = titleInFull(exhibit)
  const answer = {
    version: '1.0',
    type: 'rich',
    title: place.kind === 'frozen' ? [title, ...exhibit.clocks].join(' · ') : title,
    provider_name: say('shell.name'),
    provider_url: origin,
    cache_age: CACHE_AGE[place.kind],
    ...(PREVIEW.width <= maxWidth && PREVIEW.height <= maxHeight
      ? {
          thumbnail_url: `${origin}${place.image}`,
          thumbnail_width: PREVIEW.width,
          thumbnail_height: PREVIEW.height,
        }
      : {}),
    ...size,
    html: snippet({ origin, title, view: exhibit.view, size }, place.path),
  }
  return Response.json(answer, { headers: { ...OPEN_TO_ALL, 'cache-control': 'public, max-age=0, must-revalidate' } })
}

type Refused = { readonly status: number; readonly detail: string }

/** The answer at a path of ours, whatever its spelling or language; a frame's own path is that of its answer. */
async function foundAt(path: string): Promise<Found | Refused> {
  const [address = '', query = ''] = path.split('?')
  const direction = direct(readLanguage(address).path, new URLSearchParams(query))
  switch (direction.go) {
    case 'moved':
      return direction.to === path ? notOurs() : foundAt(direction.to)
    case 'snapshot': {
      if (direction.part !== 'page') return notOurs()
      const kept = await snapshotOf(direction.name)
      if (!kept.ok) return tell(kept.refusal)
      const { id, payload } = kept.value
      return { exhibit: payload, place: { path: snapshotAddress(id), image: snapshotImageAddress(id), kind: 'frozen' } }
    }
    case 'pinned': {
      const pinned = addressOf(direction.coordinates)
      return answerAt(direction.coordinates, { path: pinned, image: `${pinned}/og.png`, kind: 'frozen' })
    }
    case 'now': {
      const head = await headRevision()
      if (head === null) return tell({ problems: [{ why: 'record-away' }], nearest: null })
      const coordinates = pin(direction.live, head.revision, todayInBeijing())
      const image = `${addressOf(coordinates)}/og.png`
      return answerAt(coordinates, { path: liveAddress(direction.live), image, kind: 'updates' })
    }
    case 'refused':
      return tell(direction.refusal)
    default:
      return notOurs()
  }
}

async function answerAt(coordinates: Parameters<typeof readExhibit>[0], place: Place): Promise<Found | Refused> {
  const read = await readExhibit(coordinates)
  if (read.ok) return { exhibit: read.value, place }
  return tell(read.refusal)
}

function tell(refusal: Refusal): Refused {
  return { status: statusOf(refusal), detail: refusal.problems.map(sayProblem).join(' ') }
}

function notOurs(): Refused {
  return { status: 404, detail: say('embed.notOurs') }
}

function refuse(status: number, detail: string): Response {
  return Response.json(
    { status, detail },
    {
      status,
      headers: {
        ...OPEN_TO_ALL,
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
      },
    },
  )
}
