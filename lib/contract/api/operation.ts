import type * as z from 'zod'

/** What may stand in for each `{name}` of a path, and in a query. */
type Texts = z.ZodObject

/** A request that the document shows, and that the tests make. */
export type Example = {
  readonly title: string
  /** What stands for each `{name}` of the path. */
  readonly path?: { readonly [name: string]: string }
  readonly query?: { readonly [name: string]: string }
  readonly body?: unknown
}

/**
 * One thing that the API does: the one place that says how it is asked and what it answers. Requests are read by it, the
 * document is made from it, and the tests walk it.
 */
export type Operation<Path extends Texts = Texts, Query extends Texts = Texts, Body extends z.ZodType = z.ZodType> = {
  readonly id: string
  readonly group: 'answers' | 'record' | 'look-up' | 'snapshots' | 'about'
  readonly method: 'GET' | 'POST'
  /** Below `/api/v1`, with a name in braces for each part that may vary: `/materials/{key}`. */
  readonly path: string
  readonly summary: string
  readonly parameters: Path
  readonly query: Query
  readonly body: Body | null
  readonly answer: z.ZodType
  /** Statuses of answers besides 304. */
  readonly succeeds: readonly (200 | 201)[]
  /** Statuses of problems. */
  readonly fails: readonly number[]
  readonly examples: readonly [Example, ...Example[]]
}

/** What an operation is asked, read: the parts of its path and the fields of its query. */
export type Asked<One extends Operation> = z.output<One['parameters']> & z.output<One['query']>

/** Where every operation stands. */
export const API = '/api/v1'

/** The path of an example, with its query; a name in braces, for what is told to nobody, stays as it is. */
export function addressOfExample({ path }: Operation, example: Example): string {
  const filled = path.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const given = example.path?.[name] ?? ''
    return given === braces ? braces : encodeURIComponent(given)
  })
  const query = new URLSearchParams(example.query)
  return `${API}${filled}${query.size === 0 ? '' : `?${query}`}`
}
