import { notFound } from 'next/navigation'
import { backFromOrganisation } from '@/lib/auth/organisation'

/** Where an organisation sends a browser back. Open to everybody: what counts is what the organisation signed. */
export async function GET(request: Request): Promise<Response> {
  return (await backFromOrganisation(request)) ?? notFound()
}
