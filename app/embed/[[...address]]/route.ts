import { driftInWords } from '@/components/snapshot/drifted'
import { addressOf, type Coordinates, type LiveCoordinates, liveAddress } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import { directEmbed, embedPath, type Look } from '@/lib/contract/embed-address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { driftOf } from '@/lib/reading/drift'
import { readExhibit } from '@/lib/reading/exhibit'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { replacementOf } from '@/lib/reading/replaced'
import { snapshotOf } from '@/lib/sharing/snapshots'
import { frame, moved, noFrame, refusedFrame } from '../answer'

export const dynamic = 'force-dynamic'

/** An answer as a frame for other sites' pages: `/embed/matrix`, `/embed/r/1/2025-11-08/materials/Dy`, `/embed/s/<id>`. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const direction = directEmbed(pathname, searchParams)
  switch (direction.go) {
    case 'unknown':
      return noFrame()
    case 'snapshot':
      return snapshot(request, direction.name, direction.look)
    case 'moved':
      return moved(direction.to)
    case 'refused':
      return refusedFrame(direction.refusal)
    case 'pinned':
      return pinned(request, direction.coordinates, direction.look)
    case 'now':
      return now(request, direction.live, direction.look)
    case 'pin': {
      const revision = direction.revision ?? (await headRevision())?.revision
      if (revision === undefined) return away()
      const to = addressOf(pin(direction.live, revision, direction.on ?? todayInBeijing()))
      return moved(embedPath(to, direction.look), 'for-now')
    }
  }
}

/** The pinned answer of the newest revision and today, under an address that means "now". */
async function now(request: Request, live: LiveCoordinates, look: Look): Promise<Response> {
  const head = await headRevision()
  if (head === null) return away()
  const coordinates = pin(live, head.revision, todayInBeijing())
  const replaced = await replacementOf(coordinates)
  if (replaced !== null) return moved(embedPath(liveAddress(replaced), look), 'for-now')
  const read = await readExhibit(coordinates)
  if (!read.ok) return refusedFrame(read.refusal)
  const kind = head.known === 'seen' ? `${say('embed.updates')} ${say('shell.lastSeen')}` : say('embed.updates')
  return frame(request, read.value, { kind, drift: null, href: liveAddress(live), look })
}

async function pinned(request: Request, coordinates: Coordinates, look: Look): Promise<Response> {
  const read = await readExhibit(coordinates)
  if (!read.ok) return refusedFrame(read.refusal)
  const { revision, question } = coordinates
  const kind = say(read.value.ahead ? 'embed.pinnedAhead' : 'embed.pinned', { revision, day: dayInWords(question.on) })
  return frame(request, read.value, { kind, drift: null, href: read.value.address, look })
}

/** @param name the id of a snapshot, or its whole digest. */
async function snapshot(request: Request, name: string, look: Look): Promise<Response> {
  const found = await snapshotOf(name)
  if (!found.ok) return refusedFrame(found.refusal)
  const { id, payload } = found.value
  const address = snapshotAddress(id)
  if (id !== name) return moved(embedPath(address, look))
  if (look === 'strip' && payload.view !== 'material') return noFrame()
  const kind = say('embed.snapshot', { id, revision: payload.question.rev })
  return frame(request, payload, { kind, drift: await driftToday(payload), href: address, look })
}

/** How it reads today, in a sentence: a reader who meets an old frame learns what became of it. */
async function driftToday(frozen: Exhibit): Promise<string> {
  const drift = await driftOf(frozen)
  if (!drift.ok) return driftInWords(null)
  const { total: cells, differing: differ, causes, wordsDiffer, compareAddress: compare } = drift.value
  return driftInWords({ cells, differ, causes, wordsDiffer, compare, groups: [] })
}

function away(): Response {
  return refusedFrame({ problems: [{ why: 'record-away' }], nearest: null })
}
