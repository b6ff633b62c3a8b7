import { keptOrigin } from '@/lib/contract/origin'
import { securityTxt } from '@/lib/contract/security-txt'

export const dynamic = 'force-dynamic'

/** Where to report a weakness, for machines (RFC 9116); nothing is there where the operator has named no address. */
export function GET(): Response {
  const contact = process.env['SECURITY_CONTACT'] || null
  if (contact === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(securityTxt(contact, keptOrigin(process.env), new Date()), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
}
