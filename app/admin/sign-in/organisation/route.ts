import { notFound, redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { towardsOrganisation } from '@/lib/auth/organisation'

/** Leads to the organisation's sign-in. Open to everybody; a link and no form, since a form may lead to nobody else's page. */
export async function GET(request: NextRequest): Promise<Response> {
  const there = await towardsOrganisation(request.nextUrl.searchParams.get('back'), request.headers)
  return there === null ? notFound() : redirect(there as never)
}
