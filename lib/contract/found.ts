/** One thing found in the record: where it is, what it is called, and what tells it from others of that name. */
export type Found = {
  readonly href: string
  readonly label: string
  /** The language of the label where it is not English. */
  readonly language: string | null
  readonly zh: string | null
  readonly note: string | null
}

/** The finds of one kind, the closest first. */
export type FoundGroup = {
  readonly kind: 'materials' | 'items' | 'instruments' | 'regimes' | 'parties' | 'sources' | 'retired'
  readonly found: readonly Found[]
  /** How many there are in all; more than `found` holds when the list was cut. */
  readonly total: number
}
