/** What a part of a record leaves out of what a change set may do, so that whoever tells of it says so. */
export type Unread = {
  /** Claims that speak of more of the record than the part holds: they are not weighed. */
  readonly claims: readonly string[]
  /**
   * Parties that stand for others beside themselves, each with how many it stands for in all. They are on lists that no rule
   * on the goods in question names: whatever a rule on every list says of one of them, it says of the others while they are
   * listed.
   */
  readonly parties: ReadonlyMap<string, number>
}

/** Of a record that is read whole nothing is left out. */
export const NOTHING_UNREAD: Unread = { claims: [], parties: new Map() }

/** How many parties others stand for. */
export function stoodFor({ parties }: Unread): number {
  return [...parties.values()].reduce((sum, count) => sum + count - 1, 0)
}
