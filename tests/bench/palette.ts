import { burst, summaryOf } from './load'

const CONNECTIONS = [1, 8]
const ROUNDS = 3
const SECONDS = 0.4

/** What the palette asks while somebody types: a name half written, one misspelt, a code, an announcement, signs, a sentence. */
const TEXTS = {
  dyspr: 'as one types',
  dysprosum: 'misspelt',
  '2846.90': 'a customs code',
  公告2025年第61号: 'an announcement',
  稀土: 'signs that much has',
  'rare earth export licence': 'words that much has',
} as const

/** How long the palette waits for its answers, over one connection and over eight. */
export async function timeThePalette(server: string) {
  const rows: { [name: string]: { [figure: string]: number } } = {}
  for (const [text, name] of Object.entries(TEXTS)) {
    const address = `${server}/api/palette?${new URLSearchParams({ q: text, lang: 'en' })}`
    const figures: { [figure: string]: number } = {}
    for (const connections of CONNECTIONS) {
      await burst(address, connections, 0.1) // warms up
      const bursts = []
      for (let round = 0; round < ROUNDS; round += 1) bursts.push(await burst(address, connections, SECONDS))
      const { perSecond, p50, p99 } = summaryOf(bursts)
      figures[`${connections}: per second`] = Math.round(perSecond)
      figures[`${connections}: p50 ms`] = Math.round(p50 * 10) / 10
      figures[`${connections}: p99 ms`] = Math.round(p99 * 10) / 10
    }
    rows[name] = figures
  }
  return rows
}
