import { setTimeout as pause } from 'node:timers/promises'

/** A page that was asked for before, and one of a revision that nobody ever published. */
const KEPT = '/r/1/2025-11-08/matrix'
const NEVER_MADE = '/r/77/2025-11-08/matrix'

/** What readers meet while the database is away, page by page; the answer is how long the slowest of them took. */
type Met = { readonly wrong: readonly string[]; readonly slowest: number; readonly at: string }

/**
 * How long anybody waits at most for a page while the database is away, in milliseconds: the newest revision is asked for first,
 * for two seconds, and then what the page is made of, for four and a half.
 */
const BOUND_MS = 8_000

const QUESTIONS: readonly { readonly place: string; readonly wanted: (answer: Answer) => boolean }[] = [
  { place: KEPT, wanted: ({ status }) => status === 200 },
  { place: '/', wanted: isLastSeen },
  { place: '/materials/Dy', wanted: isLastSeen },
  { place: NEVER_MADE, wanted: isAway },
  { place: '/api/v1/matrix?rev=77&on=2025-11-08', wanted: isAway },
  { place: '/search?q=dysprosium', wanted: isAway },
  { place: '/healthz', wanted: ({ status }) => status === 200 },
  { place: '/readyz', wanted: ({ status }) => status === 503 },
]

type Answer = { readonly status: number; readonly text: string; readonly again: string | null; readonly ms: number }

function isLastSeen({ status, text }: Answer): boolean {
  return status === 200 && text.includes('newest one seen so far')
}

function isAway({ status, again }: Answer): boolean {
  return status === 503 && Number(again) > 0
}

/** What readers keep is there, and "now" is asked: how it has to be before a fault, so that something can be lost. */
export async function settled(address: string): Promise<void> {
  for (const place of [KEPT, '/', '/materials/Dy']) {
    const { status, text } = await ask(address, place)
    if (status !== 200 || text.includes('newest one seen so far')) throw new Error(`${place} answers ${status}`)
  }
}

/** Asks everything at once while the database is away. */
export async function whileAway(address: string): Promise<Met> {
  const answers = await Promise.all(
    QUESTIONS.map(async ({ place, wanted }) => {
      const answer = await ask(address, place)
      const told = `${place} answered ${answer.status} after ${(answer.ms / 1000).toFixed(1)} s`
      return { ms: answer.ms, told, wrong: wanted(answer) && answer.ms < BOUND_MS ? [] : [told] }
    }),
  )
  const slowest = answers.toSorted((a, b) => b.ms - a.ms)[0]
  return { wrong: answers.flatMap(({ wrong }) => wrong), slowest: slowest?.ms ?? 0, at: slowest?.told ?? '' }
}

/** How long a process that lost its database may need to be itself again once that is back, in milliseconds. */
const RECOVERY_MS = 40_000

/** Asks until everything is as it was, without anybody starting anything again; how long that took, in milliseconds. */
export async function untilBack(address: string): Promise<{ readonly ms: number; readonly wrong: readonly string[] }> {
  const began = performance.now()
  for (;;) {
    const [now, never, search] = await Promise.all(
      ['/', NEVER_MADE, '/search?q=dysprosium'].map((place) => ask(address, place)),
    )
    const isBack = now?.status === 200 && !isLastSeen(now) && never?.status === 404 && search?.status === 200
    const ms = performance.now() - began
    if (isBack) return { ms, wrong: [] }
    if (ms > RECOVERY_MS) return { ms, wrong: [`not back after ${(ms / 1000).toFixed(0)} s: “now” ${now?.status}`] }
    await pause(100)
  }
}

async function ask(address: string, place: string): Promise<Answer> {
  const began = performance.now()
  try {
    const answer = await fetch(address + place, { redirect: 'manual', signal: AbortSignal.timeout(60_000) })
    const text = await answer.text()
    return { status: answer.status, text, again: answer.headers.get('retry-after'), ms: performance.now() - began }
  } catch {
    return { status: 0, text: '', again: null, ms: performance.now() - began }
  }
}
