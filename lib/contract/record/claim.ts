import * as z from 'zod'
import { endsBeforeItBegins } from '@/lib/ledger/rules/order-of-days'
import { ASSERTED_END_USES, ASSERTED_ROUTES, ASSERTED_STATUSES, PRECISIONS, VERDICTS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import { blame, date, day, dayOrNull, destination, fits, key, list, oneOf, sources, text } from './fields'
import { quoted } from './quoted'

/** A list that names at least one, or a word that stands for all of them. */
function everyOr<Word extends string, Entry extends z.ZodType>(words: readonly [Word, ...Word[]], entry: Entry) {
  return z.union([z.enum(words), list(entry, { min: 1 })], {
    error: ({ input }) =>
      input === undefined ? say('record.field.missing') : say('record.claim.everyOr', { words: words.join(', ') }),
  })
}

const assertion = z
  .strictObject({
    materials: everyOr(['all', 'all-rare-earths'], key),
    forms: everyOr(['all'], key),
    destinations: everyOr(['all'], destination),
    endUse: oneOf(ASSERTED_END_USES),
    route: oneOf(ASSERTED_ROUTES),
    status: oneOf(ASSERTED_STATUSES),
    from: dayOrNull,
    to: dayOrNull,
  })
  .superRefine(({ from, to }, context) => {
    if (endsBeforeItBegins(from, to)) {
      blame(context, 'to', say('record.claim.ends', { to: to ?? '', from: from ?? '' }))
    }
  })

const MOST_WORDS = 15

/** Short enough to be a quotation and not a copy. */
const quote = text.superRefine((value, context) => {
  const count = value.split(/\s+/).length
  if (count > MOST_WORDS) context.addIssue({ code: 'custom', message: say('record.claim.quote', { count }) })
})

export const claimFields = {
  key,
  saidOn: date,
  precision: oneOf(PRECISIONS),
  speaker: z.strictObject({ name: text, role: text, outlet: text, type: text }),
  statement: text,
  quote: z.nullable(quote),
  asserts: z.array(assertion),
  assessment: z.strictObject({ verdict: oneOf(VERDICTS), reason: text, assessedOn: day, sources }),
  tags: list(text),
  sources,
}

export const claimJson = z.strictObject(claimFields).superRefine(({ saidOn, precision }, context) => {
  if (!fits(saidOn, precision)) {
    blame(context, 'saidOn', say('record.event.precision', { value: quoted(saidOn), precision }))
  }
})
