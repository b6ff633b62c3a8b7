/** Days that nobody asked for before: each has its picture drawn anew. */
const DAYS = Array.from({ length: 7 }, (_, index) => `2026-11-${String(index + 10)}`)

/**
 * How long a reader waits for the picture beside a link, in milliseconds, and how large it is: drawn for the first time
 * (the thread and its fonts begin with the very first), sent again from what is kept, and asked for by who has it already.
 */
export async function timePictures(address: string) {
  return {
    matrix: await timesOf(DAYS.map((day) => `${address}/r/1/${day}/matrix/og.png`)),
    material: await timesOf(DAYS.map((day) => `${address}/r/1/${day}/materials/Ho/og.png`)),
    'whole matrix': await timesOf(DAYS.map((day) => `${address}/r/1/${day}/matrix.png`)),
  }
}

async function timesOf(addresses: readonly string[]) {
  const first = await each(addresses)
  const again = await each(addresses)
  const held = await each(
    addresses,
    first.map(({ etag }) => etag),
  )
  return {
    'very first': first[0]?.ms ?? 0,
    first: middle(first.slice(1).map(({ ms }) => ms)),
    again: middle(again.map(({ ms }) => ms)),
    held: middle(held.map(({ ms }) => ms)),
    bytes: middle(first.map(({ bytes }) => bytes)),
  }
}

async function each(addresses: readonly string[], etags: readonly string[] = []) {
  const asked: { ms: number; bytes: number; etag: string }[] = []
  for (const [index, address] of addresses.entries()) {
    const began = performance.now()
    const response = await fetch(address, { headers: { 'if-none-match': etags[index] ?? '' } })
    const { byteLength } = await response.arrayBuffer()
    asked.push({ ms: performance.now() - began, bytes: byteLength, etag: response.headers.get('etag') ?? '' })
  }
  return asked
}

function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}
