/** Which versions are meant: those believed at a revision, or those that entered with it. */
export type Versions = {
  readonly recordedIn: number | { readonly lte: number }
  readonly OR?: { supersededIn: null | { gt: number } }[]
}

/** Recorded by then, and not superseded by then. This file is the one place that says so, to Prisma and in SQL. */
export function believedAt(revision: number): Versions {
  return { recordedIn: { lte: revision }, OR: [{ supersededIn: null }, { supersededIn: { gt: revision } }] }
}

/**
 * The same in SQL, for a table's name in a statement: versions believed at some revision of a stretch.
 *
 * @param first the first revision of the stretch, as the statement has it (`$1`); `last` its last one.
 */
export function believed(table: string, first = '$1', last = first): string {
  return `(${table}.recorded_in <= ${last} and (${table}.superseded_in is null or ${table}.superseded_in > ${first}))`
}
