import type * as z from 'zod'
import { group, long, oneOf, orNone, rows, text, type WidgetsFor, zh } from './widget'

/** What a form has to write so that the schema of these fields can read it. */
export type Written<Fields> = WidgetsFor<{ readonly [name in keyof Fields]: z.input<Fields[name] & z.ZodType> }>

/** Where something was found: the source, the place in it, and the clause in its own language beside what it says in English. */
export const citations = rows('citation', {
  source: oneOf('source'),
  locator: orNone(text),
  clause: { ...group('clause', { original: zh(long), gloss: orNone(long) }), optional: true },
})
