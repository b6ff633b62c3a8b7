import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. Everything is found from here, wherever the command was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A path inside the project. */
export function inProject(...parts: readonly string[]): string {
  return path.join(root, ...parts)
}
