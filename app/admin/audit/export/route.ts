import type { NextRequest } from 'next/server'
import { requireAdmin } from '@/lib/auth/guard'
import { wholeLog } from '@/lib/auth/log'
import { readLogQuestion } from '@/lib/contract/people/log-filter'
import { type Column, csvOf } from '@/lib/formats/csv'

export const dynamic = 'force-dynamic'

const COLUMNS: readonly Column[] = [
  { name: 'number', holds: 'text' },
  { name: 'at', holds: 'text' },
  { name: 'person', holds: 'text' },
  { name: 'name', holds: 'text' },
  { name: 'act', holds: 'text' },
  { name: 'subject', holds: 'text' },
  { name: 'detail', holds: 'json' },
]

/** The log as a file, narrowed as the page is. For admins. */
export async function GET(request: NextRequest): Promise<Response> {
  const admin = await requireAdmin()
  const query = Object.fromEntries(request.nextUrl.searchParams)
  const acts = await wholeLog(admin, readLogQuestion(query))
  return query['format'] === 'csv'
    ? file(csvOf(COLUMNS, acts), 'text/csv; charset=utf-8', 'csv')
    : file(JSON.stringify(acts, null, 2), 'application/json', 'json')
}

function file(text: string, type: string, ending: string): Response {
  return new Response(text, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="sluice-log.${ending}"`,
      'cache-control': 'no-store',
    },
  })
}
