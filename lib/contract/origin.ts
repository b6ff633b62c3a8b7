/** What an operator may say about where readers find this server. */
export type SiteSettings = { readonly [name: string]: string | undefined }

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i

/**
 * Where readers find this server, without a slash at the end: `BASE_URL` where an operator has set it, else what the
 * request itself says. What a proxy in front says counts only where the operator trusts it (`TRUSTED_PROXY=true`).
 *
 * @param header gives a request header by its lower-case name.
 */
export function siteOrigin(settings: SiteSettings, header: (name: string) => string | null): string {
  const base = settings['BASE_URL']
  if (base !== undefined && base !== '') return base.replace(/\/+$/, '')

  const trusted = settings['TRUSTED_PROXY'] === 'true'
  const host = (trusted ? firstOf(header('x-forwarded-host')) : null) ?? header('host') ?? ''
  const scheme = trusted && firstOf(header('x-forwarded-proto')) === 'https' ? 'https' : 'http'
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`
}

/**
 * What stands in front of a path in a page that is kept for every reader: what an operator has said, and nothing where
 * nothing was said. What the first reader's request says would be told to all who come after.
 */
export function keptOrigin(settings: SiteSettings): string {
  return settings['BASE_URL']?.replace(/\/+$/, '') ?? ''
}

/**
 * Where a form was sent from: a page of this site, another site's, or no word of it. A browser says so of every form that
 * it sends, and no page can make it say otherwise.
 *
 * @param header gives a request header by its lower-case name.
 */
export function senderOf(
  settings: SiteSettings,
  header: (name: string) => string | null,
): 'this-site' | 'another-site' | 'unsaid' {
  const site = header('sec-fetch-site')
  if (site !== null && site !== 'none') return site === 'same-origin' ? 'this-site' : 'another-site'
  const origin = header('origin')
  if (origin === null) return 'unsaid'
  return origin === siteOrigin(settings, header) ? 'this-site' : 'another-site'
}

/** A list of proxies tells the outermost first. */
function firstOf(value: string | null): string | null {
  return value?.split(',')[0]?.trim() || null
}
