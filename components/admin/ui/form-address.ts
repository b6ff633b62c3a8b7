/**
 * The address of one form of a page, by which the page knows after the form was sent which one it was, and as what it was
 * looked at: `/admin/drafts/…?form=approve&seen=…`.
 */
export function formAddress(
  page: string,
  asked: { readonly [name: string]: string | readonly string[] | null },
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value ?? []].flat()) query.append(name, one)
  }
  return query.size === 0 ? page : `${page}?${query}`
}
