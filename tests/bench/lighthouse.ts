import { findChromium } from '@/lib/operating/chromium'
import { deskOf } from './desk'
import { type Lighthouse, type Report, withLighthouse } from './lighthouse-runs'
import { MATRIX } from './pages'
import { calibratedSlowdown, PLAIN_SLOWDOWN } from './slowdown'
import type { Measured, Row, Subject } from './subject'

const DESKTOP = ['--preset=desktop']

/** After so long nothing more is begun: a machine busy with other work must not make the run endless. */
const AT_MOST_MS = 210_000
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * What Lighthouse says through this machine's Chromium, for a desk and for a phone on a slow network: with the constant slowdown of
 * its preset, and with the one that its own guidance gives for what this host's processor is worth. Pinned addresses and
 * snapshots tell crawlers to keep to live addresses, so there `is-crawlable` is lost on purpose: it is told, and
 * `SEO otherwise` is what the other audits of that category give.
 */
export const lighthouse: Subject = {
  name: 'lighthouse',
  tells: 'Lighthouse: scores of 100, times in ms',
  run: async (served) => {
    const running = await served()
    if ((await findChromium()) === null) return { table: {}, notes: ['not measured: there is no Chromium here'] }
    const snapshot = await (await deskOf(running)).snapshot()
    const pages = { 'front page': '/', 'matrix, pinned': MATRIX, material: '/materials/Dy', snapshot }
    const measured = await withLighthouse((lighthouse) => judged(lighthouse, running.address, pages))
    return measured ?? { table: {}, notes: ['not measured: Lighthouse could not be had from the package registry'] }
  },
}

async function judged(
  lighthouse: Lighthouse,
  address: string,
  pages: { readonly [name: string]: string },
): Promise<Measured> {
  const table: { [row: string]: Row } = {}
  const notes: string[] = []
  const until = performance.now() + AT_MOST_MS
  for (const [name, where] of Object.entries(pages)) {
    const tell = async (preset: string, slowdown: number, words: readonly string[]) => {
      const report = performance.now() < until ? await lighthouse(address + where, words) : null
      if (report === null) {
        notes.push(`${name}, ${preset}: not measured, there was no time for it`)
        return null
      }
      table[`${name}, ${preset}`] = { ...rowOf(report), slowdown }
      const lost = lostIn(report)
      if (lost.length > 0) notes.push(`${name}, ${preset}, loses: ${lost.join(', ')}`)
      return report.environment.benchmarkIndex
    }
    const index = await tell('phone, ×4', PLAIN_SLOWDOWN, [])
    const slowdown = index === null ? PLAIN_SLOWDOWN : calibratedSlowdown(index)
    if (slowdown !== PLAIN_SLOWDOWN)
      await tell('phone, calibrated', slowdown, [`--throttling.cpuSlowdownMultiplier=${slowdown}`])
    await tell('desktop', 1, DESKTOP)
  }
  return { table, notes }
}

function rowOf({ categories, audits, environment }: Report): Row {
  const ms = (id: string) => Math.round(audits[id]?.numericValue ?? Number.NaN)
  const scores = CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)] as const)
  const painted = { first: ms('first-contentful-paint'), largest: ms('largest-contentful-paint') }
  return {
    ...Object.fromEntries(scores),
    'SEO otherwise': seoWithoutCrawling(categories, audits),
    'first paint': painted.first,
    'largest paint': painted.largest,
    'layout shift': audits['cumulative-layout-shift']?.numericValue ?? null,
    blocking: ms('total-blocking-time'),
    'largest is': largestOf(audits),
    'benchmark index': Math.round(environment.benchmarkIndex),
  }
}

function seoWithoutCrawling(categories: Report['categories'], audits: Report['audits']): number {
  const counted = (categories['seo']?.auditRefs ?? []).filter(
    ({ id, weight }) => id !== 'is-crawlable' && weight > 0 && audits[id]?.score != null,
  )
  const all = counted.reduce((sum, { weight }) => sum + weight, 0)
  return Math.round((counted.reduce((sum, { id, weight }) => sum + weight * (audits[id]?.score ?? 0), 0) / all) * 100)
}

/** Audits with a weight that are not whole. */
function lostIn({ categories, audits }: Report): readonly string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < (category === 'performance' ? 0.9 : 1))
      .map(({ id }) => id),
  )
}

function largestOf(audits: Report['audits']): string | null {
  const text = JSON.stringify(audits['largest-contentful-paint-element']?.details ?? null)
  return /"selector":"([^"]+)"/.exec(text)?.[1]?.slice(-60) ?? null
}
