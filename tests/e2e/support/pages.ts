/** A kind of page: an address that shows it, the status it answers, and whether it stands at pinned coordinates. */
export type Kind = { readonly name: string; readonly address: string; readonly status: number }

const page = (name: string, address: string, status = 200): Kind => ({ name, address, status })

/** Every kind of page that a reader can stand on. */
export const PAGES: readonly Kind[] = [
  page('the front page', '/'),
  page('the matrix of a past day', '/r/1/2025-10-09/matrix'),
  page('the matrix by regime', '/r/1/2025-11-08/by/regime/matrix'),
  page('the matrix of every material', '/r/1/2025-11-08/scope/all/matrix'),
  page('the matrix of a future day', '/r/1/2027-01-15/matrix'),
  page('a refined question', '/r/1/2025-11-08/known/2025-11-01/to/US/use/military/matrix'),
  page('an element under control', '/materials/Dy'),
  page('an element whose pause has ended', '/materials/Ho'),
  page('a product', '/materials/ndfeb-dy-tb'),
  page('an element on a past day', '/r/1/2025-10-09/materials/Ho'),
  page('the proof of a licence', '/r/1/2025-11-08/proof/Dy/metal'),
  page('the proof of a pause', '/r/1/2025-11-08/proof/Ho/metal'),
  page('the proof of an open cell', '/r/1/2025-11-08/proof/La/metal'),
  page('the proof of a pause that has ended', '/r/1/2026-11-22/proof/Ho/metal'),
  page('the regimes', '/regimes'),
  page('a regime', '/regimes/october-9'),
  page('the instruments', '/instruments'),
  page('an instrument', '/instruments/cn-2025-57'),
  page('a suspending instrument', '/instruments/cn-2025-70'),
  page('a statement', '/instruments/cn-us-2026-09-28-statement'),
  page('the sources', '/sources'),
  page('a source', '/sources/afp-20251030'),
  page('the method', '/about'),
  page('the revisions', '/changes'),
  page('the revisions before one', '/changes/before/2'),
  page('a revision', '/changes/1'),
  page('the history of a provision', '/history/provision/cn-2025-70-suspends-2025-57'),
  page('the history of an element', '/r/1/2025-11-08/history/material/Dy'),
  page('a comparison', '/r/1/2026-11-11/compare/1/2026-11-10'),
  page('the form that compares', '/compare'),
  page('how a view is cited', '/cite/r/1/2025-11-08/matrix'),
  page('the record as data', '/data'),
  page('a search that finds', '/search?q=dysprosium'),
  page('a search that finds nothing', '/search?q=zzzzzz'),
]

/** Addresses that are refused, each in a complete small page. */
export const REFUSALS: readonly Kind[] = [
  page('an address that leads nowhere', '/no/such/page', 404),
  page('a day that does not exist', '/r/1/2025-02-30/matrix', 400),
  page('a day before the record', '/r/1/1999-01-01/matrix', 404),
  page('a day too far ahead', '/r/1/2099-01-01/matrix', 404),
  page('a revision not yet published', '/r/99999/2025-11-08/matrix', 404),
  page('an unknown material', '/materials/Xx', 404),
  page('a revision after that of the address', '/r/1/2025-11-08/changes/99999', 404),
  page('a revision that is no number of one', '/changes/0', 400),
  page('the history of nothing', '/history/soup/of-the-day', 404),
  page('an unknown form', '/r/1/2025-11-08/proof/Dy/soup', 404),
  page('an unknown party', '/r/1/2025-11-08/party/nobody-at-all/matrix', 404),
  page('an id of no snapshot', '/s/hello', 400),
  page('an impossible day in the form', '/?on=2025-13-01', 400),
  page('an impossible day of one side of a comparison', '/compare?a=2025-13-01&b=2025-11-11', 400),
  page('a comparison with a revision not yet published', '/r/1/2025-11-08/compare/99999/2025-11-08', 404),
  page('an unknown destination in the form', '/?to=ZZ', 400),
]
