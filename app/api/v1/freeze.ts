import type { Coordinates } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import { API } from '@/lib/contract/api/operation'
import type { SnapshotAsked } from '@/lib/contract/api/snapshot-request'
import { readSnapshotRequest } from '@/lib/contract/api/snapshot-request'
import { direct } from '@/lib/contract/direction'
import { readLanguage } from '@/lib/contract/language-address'
import { siteOrigin } from '@/lib/contract/origin'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import { senderAddress } from '@/lib/contract/sender-address'
import type { Sides } from '@/lib/contract/sides'
import { comparisonAt } from '@/lib/contract/sides'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import type { Result } from '@/lib/ledger/result'
import { readExhibit } from '@/lib/reading/exhibit'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { unlessAway } from '@/lib/sharing/away'
import { mayFreeze } from '@/lib/sharing/limits'
import { keepSnapshot } from '@/lib/sharing/snapshots'
import { readBody } from './body'
import type { Outcome } from './reply'

/** Freezes the answer that a body asks for, or finds it frozen already. Nobody has to sign in. */
export async function freeze(request: Request): Promise<Result<Outcome, Refusal>> {
  const header = (name: string) => request.headers.get(name)
  const sender = senderAddress(process.env, header)
  const may = await unlessAway(() => mayFreeze(sender))
  if (may === 'away') return refuse({ why: 'record-away' })
  if (!may.ok) return refuse({ why: 'too-many-snapshots', seconds: may.refusal.seconds })

  const body = await readBody(request)
  if (!body.ok) return refuse(body.refusal)
  const asked = readSnapshotRequest(body.value)
  if (!asked.ok) return { ok: false, refusal: { problems: asked.refusal, nearest: null } }
  const origin = siteOrigin(process.env, header)
  const coordinates = await coordinatesOf(asked.value, origin)
  if (!coordinates.ok) return coordinates
  const exhibit = await readExhibit(coordinates.value)
  if (!exhibit.ok) return exhibit

  const kept = await unlessAway(() => keepSnapshot(exhibit.value, sender))
  if (kept === 'away') return refuse({ why: 'record-away' })
  const { id, digest, isNew } = kept
  const { view, address, question } = exhibit.value
  const url = `${origin}${snapshotAddress(id)}`
  const value = { id, url, digest, payload: `${origin}${API}/snapshots/${id}`, isNew, view, address, question }
  return { ok: true, value: { is: 'made', status: isNew ? 201 : 200, value, location: url } }
}

/** What is left to "now" becomes the newest revision, and today in Beijing. */
async function coordinatesOf(asked: SnapshotAsked, origin: string): Promise<Result<Coordinates, Refusal>> {
  if ('address' in asked) return readAddressed(asked.address, origin)
  if ('sides' in asked) return compared(asked.sides, origin)
  const revision = asked.revision ?? (await headRevision())?.revision
  if (revision === undefined) return refuse({ why: 'record-away' })
  return { ok: true, value: pin(asked.live, revision, asked.on ?? todayInBeijing()) }
}

/** The address of a page of ours, as a path or whole. Other spellings of it lead where they lead in a browser. */
async function readAddressed(text: string, origin: string, hops = 0): Promise<Result<Coordinates, Refusal>> {
  const foreign: Problem = { why: 'foreign-address', field: 'address', value: text }
  if (!URL.canParse(text, origin) || hops > 2) return refuse(foreign)
  const url = new URL(text, origin)
  if (url.origin !== origin) return refuse(foreign)
  const direction = direct(readLanguage(url.pathname).path, url.searchParams)
  switch (direction.go) {
    case 'refused':
      return { ok: false, refusal: direction.refusal }
    case 'pinned': {
      const { lastSeen: _, ...coordinates } = direction.coordinates
      return { ok: true, value: coordinates }
    }
    case 'moved':
      return readAddressed(direction.to, origin, hops + 1)
    case 'now':
      return coordinatesOf({ live: direction.live, revision: null, on: null }, origin)
    case 'pin':
      return coordinatesOf(direction, origin)
    case 'compare':
      return compared(direction.sides, origin, hops)
    default:
      return refuse(foreign)
  }
}

async function compared(sides: Sides, origin: string, hops = 0): Promise<Result<Coordinates, Refusal>> {
  const head = await headRevision()
  if (head === null) return refuse({ why: 'record-away' })
  return readAddressed(comparisonAt(sides, head.revision, todayInBeijing()), origin, hops + 1)
}

function refuse(problem: Problem): Result<never, Refusal> {
  return { ok: false, refusal: { problems: [problem], nearest: null } }
}
