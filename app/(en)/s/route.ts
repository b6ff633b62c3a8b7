import { addressOf } from '@/lib/contract/address'
import { type Direction, direct } from '@/lib/contract/direction'
import { senderOf } from '@/lib/contract/origin'
import { sayProblem } from '@/lib/contract/problem-words'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import { senderAddress } from '@/lib/contract/sender-address'
import { FREEZE, snapshotAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'
import { refusalPage } from '@/lib/formats/frame-html'
import { readExhibit } from '@/lib/reading/exhibit'
import { unlessAway } from '@/lib/sharing/away'
import { mayFreeze } from '@/lib/sharing/limits'
import { keepSnapshot } from '@/lib/sharing/snapshots'

export const dynamic = 'force-dynamic'

/** More bytes than the address of any view. */
const MOST_OF_A_REQUEST = 8 * 1024

/** Freezes the view whose pinned address a form names, and leads to it. Nobody has to sign in. */
export async function POST(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name)
  if (senderOf(process.env, header) === 'another-site') return tell(403, say('share.foreignForm'))
  if (!(Number(header('content-length') ?? Number.NaN) <= MOST_OF_A_REQUEST)) return tell(413, say('share.tooLarge'))

  const sender = senderAddress(process.env, header)
  const may = await unlessAway(() => mayFreeze(sender))
  if (may === 'away') return refuse(AWAY)
  const address = await addressIn(request)
  const direction = direct(address, new URLSearchParams())
  if (!may.ok) {
    const wait = { 'retry-after': String(may.refusal.seconds) }
    return tell(429, say('share.tooOften', may.refusal), backTo(direction), wait)
  }
  if (direction.go === 'refused') return refuse(direction.refusal)
  if (direction.go !== 'pinned') return tell(400, say('share.notPinned', { address: address.slice(0, 200) }))
  const { lastSeen: _, ...coordinates } = direction.coordinates
  const exhibit = await readExhibit(coordinates)
  if (!exhibit.ok) return refuse(exhibit.refusal)

  const kept = await unlessAway(() => keepSnapshot(exhibit.value, sender))
  if (kept === 'away') return refuse(AWAY, backTo(direction))
  return new Response(null, {
    status: 303,
    headers: { location: snapshotAddress(kept.id), 'cache-control': 'no-store' },
  })
}

/** Nothing is read here: a snapshot stands below this address. */
export function GET(): Response {
  return tell(405, say('share.onlyPost', { address: FREEZE }), [], { allow: 'POST' })
}

const AWAY: Refusal = { problems: [{ why: 'record-away' }], nearest: null }

/** What a form names; empty for what is no form, or names nothing. */
async function addressIn(request: Request): Promise<string> {
  const form = await request.formData().catch(() => null)
  const address = form?.get('address')
  return typeof address === 'string' ? address.trim() : ''
}

type Way = { readonly text: string; readonly href: string }

/** The page whose form was sent. */
function backTo(direction: Direction): readonly Way[] {
  return direction.go === 'pinned' ? [{ text: say('share.back'), href: addressOf(direction.coordinates) }] : []
}

function refuse({ problems, nearest }: Refusal, ways: readonly Way[] = []): Response {
  const status = statusOf({ problems, nearest })
  const wait: Record<string, string> = status === 503 ? { 'retry-after': '30' } : {}
  const near = nearest === null ? [] : [{ text: `${say('address.nearest')} ${nearest}`, href: nearest }]
  return tell(status, problems.map(sayProblem), [...ways, ...near], wait)
}

/** Why nothing was frozen, as a small page of its own: no page of the site is made for a form that was sent. */
function tell(
  status: number,
  sentences: string | readonly string[],
  ways: readonly Way[] = [],
  headers: Record<string, string> = {},
): Response {
  const html = refusalPage(
    { title: say('share.refused'), sentences: [sentences].flat() },
    [...ways, { text: say('address.home'), href: '/' }],
    LANGUAGE,
  )
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

const LANGUAGE = 'en'
