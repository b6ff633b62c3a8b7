/** What a machine can get wrong that a reader of pages cannot. */
export type ApiProblem =
  | { readonly why: 'no-such-resource'; readonly path: string; readonly nearest: string | null }
  | { readonly why: 'wrong-method'; readonly method: string; readonly path: string; readonly allowed: string }
  | { readonly why: 'malformed-limit'; readonly value: string; readonly most: number }
  | { readonly why: 'malformed-cursor' }
  /** A cursor of another list, of another revision or of other filters than the ones beside it. */
  | { readonly why: 'foreign-cursor'; readonly list: string }
  | { readonly why: 'malformed-code'; readonly value: string }
  | { readonly why: 'text-too-long'; readonly field: 'q'; readonly most: number }
  | { readonly why: 'body-too-large'; readonly most: number }
  | { readonly why: 'not-sent-as-json'; readonly type: string }
  | { readonly why: 'not-json' }
  | { readonly why: 'malformed-body'; readonly field: string; readonly expected: string }
  | { readonly why: 'foreign-address'; readonly field: 'address'; readonly value: string }
  | { readonly why: 'too-many-snapshots'; readonly seconds: number }

export const STATUS_OF_API_PROBLEM = {
  'no-such-resource': 404,
  'wrong-method': 405,
  'malformed-limit': 400,
  'malformed-cursor': 400,
  'foreign-cursor': 400,
  'malformed-code': 400,
  'text-too-long': 400,
  'body-too-large': 413,
  'not-sent-as-json': 415,
  'not-json': 400,
  'malformed-body': 400,
  'foreign-address': 400,
  'too-many-snapshots': 429,
} as const satisfies { readonly [why in ApiProblem['why']]: number }

export function isApiProblem(problem: { readonly why: string }): problem is ApiProblem {
  return Object.hasOwn(STATUS_OF_API_PROBLEM, problem.why)
}
