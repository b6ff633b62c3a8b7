/** What any site's script may read of an answer. */
export const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, location, retry-after, x-sluice-last-seen, x-sluice-revision',
}

export const JSON_TYPE = 'application/json; charset=utf-8'
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** The answer may be kept, and must be asked for again before it is used: a release may word or derive it anew. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate'

/** The bytes under this address never change. */
export const FOR_EVER = 'public, max-age=31536000, immutable'
