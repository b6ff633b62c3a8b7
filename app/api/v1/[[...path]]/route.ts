import { serve } from '../serve'

export const dynamic = 'force-dynamic'

// Every method comes to one place, so that what is not asked in this way is told how it is.
export const GET = serve
export const HEAD = serve
export const OPTIONS = serve
export const POST = serve
export const PUT = serve
export const PATCH = serve
export const DELETE = serve
