import type { Direction } from './direction'
import { direct } from './direction'
import type { FileName } from './export-address'
import { fileAddress, fileEnding, readFileName, suffixesOf } from './export-address'
import { viewPath } from './view'

/** What becomes of a request for a file of an answer. */
export type FileDirection =
  | Extract<Direction, { readonly go: 'elsewhere' | 'moved' | 'refused' }>
  /** The file of what the address without its suffix leads to. */
  | {
      readonly go: 'file'
      readonly file: FileName
      readonly of: Extract<Direction, { readonly go: 'pinned' | 'now' | 'pin' | 'compare' }>
    }

/** A snapshot's files are read with its name. */
const OF_SNAPSHOTS = /^\/s\//i

/** Reads the path and the query of a request for a file; `null` where the path names none. */
export function directFile(path: string, query: URLSearchParams): FileDirection | null {
  const named = readFileName(path)
  if (named === null || OF_SNAPSHOTS.test(path)) return null
  const { base, file } = named
  const of = direct(base, query)
  switch (of.go) {
    case 'snapshot':
      return null
    case 'elsewhere':
    case 'refused':
      return of
    case 'moved': {
      const to = fileAddress(of.to, file)
      // The matrix stands at `/`, but its file has a name of its own: what leads elsewhere may be spelled well already.
      return to === path && [...query.keys()].length === 0 ? fileOfSpelled(of.to, file) : { go: 'moved', to }
    }
    default:
      return spelled(path, base, file) ?? offered(of, file)
  }
}

function fileOfSpelled(address: string, file: FileName): FileDirection {
  const of = direct(address, new URLSearchParams())
  return of.go === 'now' || of.go === 'pinned' ? offered(of, file) : { go: 'moved', to: fileAddress(address, file) }
}

/** Another spelling of the suffix is for ever the same file. */
function spelled(path: string, base: string, file: FileName): FileDirection | null {
  const to = fileAddress(base, file)
  return to === path ? null : { go: 'moved', to }
}

/** A drawing only of what is drawn, and single tables only as CSV. */
function offered(of: Extract<FileDirection, { go: 'file' }>['of'], file: FileName): FileDirection {
  if (of.go === 'compare') return { go: 'file', file, of }
  const { view } = of.go === 'pinned' ? of.coordinates : of.live
  const suffixes = suffixesOf(view)
  const offers = suffixes.includes(file.suffix) && (file.table === null || file.suffix === 'csv')
  if (offers) return { go: 'file', file, of }
  if (file.table === null && suffixes.length > 0) {
    return { go: 'refused', refusal: { problems: [{ why: 'not-drawn', suffixes }], nearest: null } }
  }
  const value = `${viewPath(view)}.${fileEnding(file)}`
  return { go: 'refused', refusal: { problems: [{ why: 'unknown-view', value }], nearest: null } }
}
