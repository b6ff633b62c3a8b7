/** What a citation names. Days are `2025-11-08`; the day of access is the reader's own. */
export type Cited = {
  /** Letters, digits and hyphens: how the citation is called in a bibliography. */
  readonly key: string
  readonly title: string
  readonly site: string
  /** The day on which it was made. */
  readonly made: string
  readonly revision: string
  /** The id of a snapshot; `null` for a page that was not frozen. */
  readonly id: string | null
  /** Both days, the revision and the id in words. */
  readonly note: string
  /** Whole: `https://…/s/8c1f…`. */
  readonly url: string
}
