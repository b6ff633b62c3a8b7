import type { NextRequest } from 'next/server'
import { citedAnswer } from '@/lib/contract/cited'
import { siteOrigin } from '@/lib/contract/origin'
import { sayProblem } from '@/lib/contract/problem-words'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import { filesOfSnapshot, type SnapshotFile, snapshotAddress } from '@/lib/contract/snapshot-address'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import type { Snapshot } from '@/lib/sharing/snapshots'
import { snapshotOf } from '@/lib/sharing/snapshots'

export const dynamic = 'force-dynamic'

/** A snapshot carried out as a file, made from its bytes alone: for ever the same, so whoever has it may keep it. */
export async function GET(request: NextRequest, { params }: RouteContext<'/s/[snapshot]/file/[file]'>) {
  const { snapshot: name, file } = await params
  const snapshot = await snapshotOf(name)
  if (!snapshot.ok) return refuse(snapshot.refusal)
  const { digest, id, payload } = snapshot.value
  const asked = filesOfSnapshot(payload.view).find((one) => one === file)
  if (asked === undefined) {
    return refuse({ problems: [{ why: 'unknown-view', value: `${id}.${file}` }], nearest: snapshotAddress(id) })
  }

  const etag = `"${digest}${asked === 'json' ? '' : `-${asked}`}"`
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-robots-tag': 'noindex',
  }
  if (namesTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const { body, type } = await bodyOf(snapshot.value, asked, request)
  return new Response(body, { headers: { ...headers, 'content-type': type } })
}

type Body = { readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }

async function bodyOf(
  { id, text, madeAt, payload }: Snapshot,
  file: SnapshotFile,
  request: NextRequest,
): Promise<Body> {
  if (file === 'json') return { body: text, type: 'application/json; charset=utf-8' }
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const cited = citedAnswer(payload, origin, { id, address: snapshotAddress(id), madeAt })
  if (file === 'csl.json')
    return { body: cslFile(cited), type: 'application/vnd.citationstyles.csl+json; charset=utf-8' }
  return { body: bibtexOf(cited), type: 'application/x-bibtex; charset=utf-8' }
}

/** RFC 9110: a list of tags, weak ones too, or any at all. */
function namesTag(given: string | null, tag: string): boolean {
  return given?.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))) ?? false
}

function refuse(refusal: Refusal): Response {
  return new Response(`${refusal.problems.map(sayProblem).join('\n')}\n`, {
    status: statusOf(refusal),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
