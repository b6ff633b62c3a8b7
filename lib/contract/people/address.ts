import { z } from 'zod'

const address = z.email()

/** An e-mail address as it is kept, in lower case; `null` for what is none. */
export function readAddress(text: string): string | null {
  const read = address.safeParse(text.trim().toLowerCase())
  return read.success ? read.data : null
}
