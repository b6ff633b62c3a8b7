import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** Installed, generated, or data of a run: not written by anyone of the house. */
const NOT_OURS = /^(\.git|\.data|\.cache|\.next.*|node_modules|test-results|playwright-report)$/
const GENERATED = /^(lib\/db\/generated\/|next-env\.d\.ts$|.*\.tsbuildinfo$|tests\/house\/crimes\/)/

/** Every file of the house by its path from the root, crimes and generated code left out. */
export function filesOfTheHouse(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (NOT_OURS.test(entry.name)) return []
      return entry.isDirectory() ? filesOfTheHouse(path) : [path]
    })
    .filter((path) => !GENERATED.test(path))
    .sort()
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Source code that ships: the rooms, the routes, the components and what stands at the root. */
export function isShipped(path: string): boolean {
  return /^((app|components|lib)\/.*|[^/]+)\.tsx?$/.test(path)
}
