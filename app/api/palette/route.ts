import { whyNotSearched } from '@/lib/contract/sought'
import type { Language } from '@/lib/contract/words/language'
import { paletteAnswer } from '@/lib/reading/palette'

/** What the palette shows for a text: `?q=dyspr&lang=zh`. For the palette alone; programs ask `/api/v1/search`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  if (whyNotSearched(searchParams) !== null) return told(null, 400)
  const language: Language = searchParams.get('lang') === 'zh' ? 'zh' : 'en'
  const answer = await paletteAnswer(searchParams.get('q') ?? '', language)
  return told(answer, answer === null ? 503 : 200)
}

/** The next revision may be found otherwise, so nobody keeps it. */
function told(answer: unknown, status: number): Response {
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
}
