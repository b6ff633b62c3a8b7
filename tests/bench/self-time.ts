import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** A profile as V8 makes it. */
export type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
      readonly columnNumber: number
    }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export type SelfTime = {
  /** Shares of the time in which the process did anything, by the room or package that spent it itself; largest first. */
  readonly places: readonly (readonly [place: string, share: number])[]
  readonly functions: readonly (readonly [name: string, share: number])[]
  /** Microseconds in which it did anything. */
  readonly busy: number
}

type Frame = Profile['nodes'][number]['callFrame']

/** Sums up which place spent the time itself, by sources where a build has maps to them. */
export function selfTimeOf(profile: Profile): SelfTime {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const places = new Map<string, number>()
  const functions = new Map<string, number>()
  let busy = 0
  profile.samples.forEach((id, at) => {
    const frame = frames.get(id)
    const time = profile.timeDeltas[at] ?? 0
    if (frame === undefined || isNoWork(frame)) return
    const { source, name } = sourceOf(frame)
    const place = placeOf(source)
    busy += time
    places.set(place, (places.get(place) ?? 0) + time)
    const called = `${name || '(anonymous)'} · ${place}`
    functions.set(called, (functions.get(called) ?? 0) + time)
  })
  const shares = (of: ReadonlyMap<string, number>) =>
    [...of].sort(([, a], [, b]) => b - a).map(([name, time]) => [name, time / busy] as const)
  return { places: shares(places), functions: shares(functions), busy }
}

/** Waiting; and `dispatch`, by which the profiler inside of the process is started and ended: it reads all code then. */
function isNoWork({ functionName, url }: Frame): boolean {
  return functionName === '(idle)' || (functionName === 'dispatch' && url === '')
}

/** The room of ours, the package, or the part of Node that a source belongs to. */
export function placeOf(source: string): string {
  const path = source.replace(/^.*?(?=(?:lib|app|components|node_modules|\.next[^/]*)\/)/, '')
  if (/^\(|^node:/.test(source)) return source.startsWith('(') ? source : (source.split('/')[0] ?? source)
  if (/app-page[\w-]*\.runtime/.test(path)) return 'next: React and the rendering of pages'
  if (/app-route[\w-]*\.runtime/.test(path)) return 'next: routes'
  const [, scope = ''] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  if (scope !== '') return scope
  return (
    path
      .split('/')
      .slice(0, path.startsWith('app/') ? 1 : 2)
      .join('/') || source
  )
}

const maps = new Map<string, SourceMap | null>()

/** Where a function of a built file was written. */
function sourceOf({ functionName, url, lineNumber, columnNumber }: Frame): { source: string; name: string } {
  if (url === '') return { source: functionName.startsWith('(') ? functionName : '(program)', name: functionName }
  const found = url.includes('/.next') ? mapOf(url)?.findEntry(lineNumber, columnNumber) : undefined
  const entry: { readonly originalSource?: string; readonly name?: string } = found ?? {}
  return { source: entry.originalSource ?? url, name: entry.name || functionName }
}

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url)
  if (known !== undefined) return known
  const file = `${url.startsWith('file:') ? fileURLToPath(url) : url}.map`
  const map = existsSync(file) ? readMap(file) : null
  maps.set(url, map)
  return map
}

function readMap(file: string): SourceMap | null {
  const written = JSON.parse(readFileSync(file, 'utf8'))
  return 'sections' in written && written.sections.length === 0 ? null : new SourceMap(written)
}
