// What may be told of an address: its shape. Whatever a reader chose or wrote in it (a product, a party, a search) is left out.

/** Every word that an address of ours has of itself; any other segment is somebody's, or the record's, and is told as `:x`. */
const WORDS = new Set(
  `_next about account admin after against all api assistance audit auth before bench calendar callback cells changes
  check chunks cite claim claims code codes compare confirm consequences corrections css data deliveries docs download
  drafts dynamic embed empty entries event evidence export feed file foreign-made form forms from healthz history
  image import indicator indicators instrument instruments integrity invitations join known last-seen look material
  materials matrix media military named new not-allowed now oembed og openapi organisation palette party password
  people pinned preview product proof provision provisions r re-export readyz rebase records refused regime regimes
  rehearsal retire retired review revisions robots route s same scope search second-factor sign-in sign-out sitemap
  snapshot snapshots source sources static status status.json statuses timeline timemap to until upload use v1 verify
  viewer webhooks well-known zh`.split(/\s+/),
)

/** Endings of files that this site gives; any other is a part of what somebody wrote. */
const ENDING = /\.(bib|csv|css|html|ico|ics|js|json|jsonl|png|svg|txt|woff2|xlsx|xml)$/

/** No address of ours is deeper; one that somebody made up is told no further. */
const DEEPEST = 24

/**
 * The shape of an address, as `/r/:x/:x/to/:x/matrix.csv`: never its query, and of its segments our own words alone.
 *
 * @param {string} url
 */
export function shapeOf(url) {
  const [path = ''] = url.split(/[?#]/, 1)
  const segments = path.split('/', DEEPEST + 1).slice(1)
  return `/${segments.map(shapeOfSegment).join('/')}`
}

/** @param {string} segment */
function shapeOfSegment(segment) {
  if (segment === '') return ''
  const [ending = ''] = ENDING.exec(segment) ?? []
  const name = ending === '' ? segment : segment.slice(0, -ending.length)
  return WORDS.has(name) ? segment : `:x${ending}`
}

const FILE = /\.(bib|csv|ico|ics|json|jsonl|png|svg|txt|xlsx|xml)$/

/**
 * What kind of answer an address asks for: few, so that each may be counted and timed by itself.
 *
 * @param {string} url
 * @returns {'part' | 'api' | 'admin' | 'frame' | 'snapshot' | 'file' | 'page'}
 */
export function kindOf(url) {
  if (url.startsWith('/_next/')) return 'part'
  if (url.startsWith('/api/')) return 'api'
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin'
  if (path === '/embed' || path.startsWith('/embed/')) return 'frame'
  if (path.lastIndexOf('.') > path.length - 7 && FILE.test(path)) return 'file'
  return path.startsWith('/s/') ? 'snapshot' : 'page'
}
