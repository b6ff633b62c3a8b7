import * as z from 'zod'

/** RFC 9457. `type` names the first problem; `errors` tells each one, with the parameter it is about. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ type: z.string(), parameter: z.string().nullable(), detail: z.string() })),
})
