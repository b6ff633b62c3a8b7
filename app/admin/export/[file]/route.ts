import { requirePerson } from '@/lib/auth/guard'
import { exportName, readExportName } from '@/lib/contract/edit/export-name'
import { say } from '@/lib/contract/words/catalogue'
import { exported } from '@/lib/editing/export'

export const dynamic = 'force-dynamic'

const TYPE = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

/** One file of the record, or all in one, as a download: `/admin/export/sluice-provisions-r41.csv`. */
export async function GET(_request: Request, { params }: RouteContext<'/admin/export/[file]'>): Promise<Response> {
  const person = await requirePerson()
  const name = readExportName((await params).file)
  const text = name === null ? null : await exported(person, name)
  if (name === null || text === null)
    return new Response(`${say('transfer.export.none')}\n`, { status: 404, headers: PLAIN })
  return new Response(text, {
    headers: {
      'content-type': TYPE[name.format],
      'content-disposition': `attachment; filename="${exportName(name)}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' }
