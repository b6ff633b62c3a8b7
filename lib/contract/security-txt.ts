import { SECURITY, SECURITY_TXT } from './security-address'

/** So many days what is said there may be relied on: RFC 9116 asks for less than a year. */
const GOOD_FOR_DAYS = 180

/**
 * The text of `/.well-known/security.txt` (RFC 9116).
 *
 * @param contact `mailto:…` or `https://…`, as the operator has set it.
 * @param base where readers find this site, without a slash at the end; an empty text where nobody has said it: the file then
 *   names no address of its own, since a request could say any.
 * @param now it expires some months later, at midnight in UTC: all who ask on one day are told the same.
 */
export function securityTxt(contact: string, base: string, now: Date): string {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + GOOD_FOR_DAYS)
  const lines = [`Contact: ${contact}`, `Expires: ${new Date(midnight).toISOString()}`, 'Preferred-Languages: en, zh']
  if (base !== '') lines.push(`Canonical: ${base}${SECURITY_TXT}`, `Policy: ${base}${SECURITY}`)
  return `${lines.join('\n')}\n`
}
