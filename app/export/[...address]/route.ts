import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { FileName } from '@/lib/contract/export-address'
import { fileAddress, fileEnding, readFileEnding, SUFFIXES, savedName } from '@/lib/contract/export-address'
import { holds } from '@/lib/contract/if-none-match'
import { siteOrigin } from '@/lib/contract/origin'
import type { Refusal } from '@/lib/contract/refusal'
import { replacedOnly } from '@/lib/contract/refusal'
import { digestOf } from '@/lib/formats/canonical'
import type { Result } from '@/lib/ledger/result'
import { readExhibit } from '@/lib/reading/exhibit'
import { failed } from '../../failed'
import { filesOf, type NoFile, tagOf } from '../files'
import { problemResponse } from '../problem'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly address: readonly string[] }> }

/** A file of the answer at a pinned address: `/export/csv/r/1/2025-11-08/matrix`, to which `proxy.ts` leads `….csv`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const asked = { pathname, search }
  const [ending = '', head, ...segments] = (await params).address.map(decodeURIComponent)
  const file = readFileEnding(ending)
  if (file === null || head !== 'r') return unknown(pathname, asked)
  const coordinates = readAddress(segments)
  if (!coordinates.ok) return problemResponse(coordinates.refusal, asked)
  const exhibit = await exhibitAt(coordinates.value)
  if (exhibit.ok) return send(request, exhibit.value, file)
  const { refusal } = exhibit
  if (!replacedOnly(refusal) || refusal.nearest === null) return problemResponse(refusal, asked)
  return new Response(null, { status: 308, headers: { location: fileAddress(refusal.nearest, file) } })
}

function exhibitAt(coordinates: Coordinates): Promise<Result<Exhibit, Refusal>> {
  return readExhibit(coordinates).catch(failed)
}

/** The tag says the rules and everything that the bytes are made of: who holds them is told so before a file is written. */
async function send(request: Request, exhibit: Exhibit, file: FileName): Promise<Response> {
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const etag = tagOf(digestOf([origin, exhibit]), exhibit.rules, fileEnding(file))
  const headers = {
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
  }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const made = await filesOf(exhibit, file, { origin, snapshot: null })
  if (!made.ok) return noFile(made.refusal, exhibit, file)
  const { type, body } = made.value
  const name = savedName(exhibit.address, file)
  const disposition = `${file.suffix === 'svg' || file.suffix === 'png' ? 'inline' : 'attachment'}; filename="${name}"`
  return new Response(body, { headers: { ...headers, 'content-type': type, 'content-disposition': disposition } })
}

function noFile(refused: NoFile, { address }: Exhibit, file: FileName): Response {
  const asked = { pathname: fileAddress(address, file), search: '' }
  if (refused.why === 'unknown' && (file.suffix === 'svg' || file.suffix === 'png')) {
    const suffixes = SUFFIXES.filter((suffix) => suffix !== 'svg' && suffix !== 'png')
    return problemResponse({ problems: [{ why: 'not-drawn', suffixes }], nearest: null }, asked)
  }
  if (refused.why === 'unknown') return unknown(`${address}.${fileEnding(file)}`, asked)
  return problemResponse({ problems: [refused], nearest: null }, asked)
}

function unknown(value: string, asked: Parameters<typeof problemResponse>[1]): Response {
  return problemResponse({ problems: [{ why: 'unknown-view', value }], nearest: null }, asked)
}
