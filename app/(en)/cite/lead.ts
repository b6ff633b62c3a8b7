import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import { citeAddress } from '@/lib/contract/cite-address'
import { direct } from '@/lib/contract/direction'
import { siteOrigin } from '@/lib/contract/origin'
import { packed } from '@/lib/contract/packed'
import { refusedAddress } from '@/lib/contract/refused-request'

/** Leads to how a pinned view is cited: its address stands behind `/cite`. Whatever else stands there is refused as itself. */
export function leadToCitation(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const address = pathname.slice(citeAddress('').length)
  const direction = direct(address, new URLSearchParams())
  if (direction.go === 'moved' && direction.to.startsWith('/r/')) {
    return NextResponse.redirect(new URL(citeAddress(direction.to), request.url), 308)
  }
  if (direction.go !== 'pinned') {
    return NextResponse.rewrite(
      new URL(refusedAddress(direction.go === 'refused' ? address : pathname, NONE), request.url),
    )
  }
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  return NextResponse.rewrite(new URL(citeAddress(`/${packed(origin)}${address}`), request.url))
}

const NONE = new URLSearchParams()
