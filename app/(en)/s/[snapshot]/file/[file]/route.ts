import type { NextRequest } from 'next/server'
import { filesOf, tagOf } from '@/app/export/files'
import { problemResponse } from '@/app/export/problem'
import { citedAnswer } from '@/lib/contract/cited'
import { readFileEnding, savedName } from '@/lib/contract/export-address'
import { holds } from '@/lib/contract/if-none-match'
import { siteOrigin } from '@/lib/contract/origin'
import type { Problem } from '@/lib/contract/refusal'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { digestOf } from '@/lib/formats/canonical'
import { bibtexOf, cslFile } from '@/lib/formats/citation'
import type { Snapshot } from '@/lib/sharing/snapshots'
import { snapshotOf } from '@/lib/sharing/snapshots'

export const dynamic = 'force-dynamic'

type Body = BodyInit | { readonly why: 'unknown' } | { readonly why: 'busy'; readonly seconds: number }
type Made = { readonly type: string; readonly body: Body; readonly inline?: boolean }

/** The stored bytes themselves are for ever the same; everything else is written anew, and names where it was had. */
const KEPT = { bytes: 'public, max-age=31536000, immutable', written: 'public, max-age=0, must-revalidate' }

/** A snapshot carried out as a file, made from its bytes alone, and from the name of the site where it says where it is. */
export async function GET(request: NextRequest, { params }: RouteContext<'/s/[snapshot]/file/[file]'>) {
  const { snapshot: name, file } = await params
  const asked = { pathname: `${snapshotAddress(name)}.${file}`, search: '' }
  const snapshot = await snapshotOf(name)
  if (!snapshot.ok) return problemResponse(snapshot.refusal, asked)

  const { digest, id, payload } = snapshot.value
  const named = readFileEnding(file)
  const origin = siteOrigin(process.env, (header) => request.headers.get(header))
  const isStored = file === 'json'
  const etag = isStored ? `"${digest}-json"` : tagOf(digestOf([origin, digest]), payload.rules, file)
  const headers = {
    'cache-control': isStored ? KEPT.bytes : KEPT.written,
    etag,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-robots-tag': 'noindex',
  }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const { type, body, inline } = await make(snapshot.value, file, origin)
  if (typeof body === 'object' && 'why' in body) {
    const problem: Problem = body.why === 'busy' ? body : { why: 'unknown-view', value: `${id}.${file}` }
    return problemResponse({ problems: [problem], nearest: snapshotAddress(id) }, asked)
  }
  const saved = named === null ? `sluice-${id}.${file}` : savedName(`/${id}`, named)
  const disposition = `${inline === true ? 'inline' : 'attachment'}; filename="${saved}"`
  return new Response(body, { headers: { ...headers, 'content-type': type, 'content-disposition': disposition } })
}

/** The file named by its ending. That of JSON is the stored bytes themselves, so that anybody can check the digest. */
async function make({ id, text, madeAt, payload }: Snapshot, file: string, origin: string): Promise<Made> {
  const address = snapshotAddress(id)
  if (file === 'json') return { body: text, type: 'application/json; charset=utf-8', inline: true }
  if (file === 'csl.json' || file === 'bib') {
    const cited = citedAnswer(payload, origin, { id, address, madeAt })
    return file === 'bib'
      ? { body: bibtexOf(cited), type: 'application/x-bibtex; charset=utf-8' }
      : { body: cslFile(cited), type: 'application/vnd.citationstyles.csl+json; charset=utf-8' }
  }
  const named = readFileEnding(file)
  if (named === null) return { body: { why: 'unknown' }, type: '' }
  const made = await filesOf(payload, named, { origin, snapshot: { id, address } })
  if (!made.ok) return { body: made.refusal, type: '' }
  return { ...made.value, inline: named.suffix === 'svg' || named.suffix === 'png' }
}
