import type { LookWords } from '@/components/admin/verify/look-form.client'
import { say } from '@/lib/contract/words/catalogue'

/** The words of the form of a look, as values for its island. */
export function lookWords(): LookWords {
  return {
    instruments: say('verify.form.instruments'),
    on: say('verify.form.on'),
    onHint: say('verify.form.onHint'),
    where: say('verify.form.where'),
    whereHint: say('verify.form.whereHint'),
    found: say('verify.form.found'),
    nothing: say('verify.form.nothing'),
    this: say('verify.form.this'),
    note: say('verify.form.note'),
    noteHint: say('verify.form.noteHint'),
    submit: say('verify.form.submit'),
    problems: say('verify.form.problems'),
  }
}
