export const dynamic = 'force-dynamic'

/** The floor of route handlers: an empty answer, built only for the benchmark. */
export function GET(): Response {
  return Response.json({})
}
