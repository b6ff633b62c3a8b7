/** How many bytes a form may send. The longest that is of use has some tens of thousands. */
export const MOST_OF_A_FORM = 8_000_000

/** Whether a form is larger than any answer is given to. It is asked before it is sent, so that nothing typed is lost. */
export function isTooLarge(form: FormData): boolean {
  let signs = 0
  for (const [name, value] of form) signs += name.length + (typeof value === 'string' ? value.length : value.size)
  // A sign takes up to three bytes; what is refused here by far could not have been kept either.
  return signs * 3 > MOST_OF_A_FORM
}
