import { type DataFile, dataPath, readDataPath } from '@/lib/contract/data/address'
import { readFrom } from '@/lib/contract/data/from'
import { holds } from '@/lib/contract/if-none-match'
import { tellProblem } from '@/lib/contract/problem-details'
import { type Refusal, statusOf } from '@/lib/contract/refusal'
import { byteStream } from '@/lib/formats/byte-stream'
import type { Result } from '@/lib/ledger/result'
import { packageFile } from '@/lib/reading/bulk/data-package'
import { deltaFile, deltaIndex } from '@/lib/reading/bulk/delta-file'
import type { BulkFile } from '@/lib/reading/bulk/file'
import { revisionsFile } from '@/lib/reading/bulk/revision-lines'
import { tableFile } from '@/lib/reading/bulk/table-file'
import { headRevision } from '@/lib/reading/now'

export const dynamic = 'force-dynamic'

const TYPES: { readonly [type in BulkFile['type']]: string } = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

const FROM_THE_FIRST = { ok: true, value: 1 } as const

const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-length, retry-after',
  'x-robots-tag': 'noindex',
}

/** One file of the bulk data: `/data/r/1/provisions.csv`, `/data/revisions.jsonl?from=2`, `/data/deltas/1..2.json`. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly path: readonly string[] }> },
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const path = readDataPath((await params).path)
  if (!path.ok) return refuse({ problems: [path.refusal], nearest: null }, pathname)
  const file = path.value
  if ('revision' in file && file.revision === null) return toNewest(file, pathname)
  const from = file.what === 'revisions' ? readFrom(searchParams) : FROM_THE_FIRST
  if (!from.ok) return refuse({ problems: [from.refusal], nearest: null }, pathname)
  const found = await fileOf(file, from.value)
  return found.ok ? send(request, found.value) : refuse(found.refusal, pathname)
}

/** What a browser asks before it lets another site's script name the file that it holds. */
export function OPTIONS(): Response {
  const allow = 'GET, HEAD, OPTIONS'
  const headers = { allow, 'access-control-allow-methods': allow, 'access-control-allow-headers': 'if-none-match' }
  return new Response(null, { status: 204, headers: { ...OPEN_TO_ALL, ...headers, 'access-control-max-age': '86400' } })
}

function fileOf(file: DataFile, from: number): Promise<Result<BulkFile, Refusal>> {
  switch (file.what) {
    case 'package':
      return packageFile(file.revision ?? 0)
    case 'table':
      return tableFile(file.revision ?? 0, file.table, file.format)
    case 'revisions':
      return revisionsFile(from)
    case 'delta-index':
      return deltaIndex()
    case 'delta':
      return deltaFile(file.from, file.to)
  }
}

/** The newest revision's file has an address of its own; where this leads may be elsewhere the next moment. */
async function toNewest(
  file: Extract<DataFile, { readonly revision: number | null }>,
  pathname: string,
): Promise<Response> {
  const head = await headRevision()
  if (head === null) return refuse({ problems: [{ why: 'record-away' }], nearest: null }, pathname)
  const location = dataPath({ ...file, revision: head.revision })
  return new Response(null, { status: 307, headers: { ...OPEN_TO_ALL, location, 'cache-control': 'no-store' } })
}

/** Revalidated and never taken for granted: a release may write the same record otherwise. */
function send(request: Request, { type, tag, bytes, lines }: BulkFile): Response {
  const etag = `"${tag}"`
  const headers = { ...OPEN_TO_ALL, etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const length = bytes === null ? {} : { 'content-length': String(bytes) }
  const body = request.method === 'HEAD' ? null : byteStream(lines)
  return new Response(body, { headers: { ...headers, ...length, 'content-type': TYPES[type] } })
}

function refuse(refusal: Refusal, pathname: string): Response {
  const status = statusOf(refusal)
  return new Response(JSON.stringify(tellProblem(refusal, pathname)), {
    status,
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': '30' } : {}),
    },
  })
}
