/** What an event is about, by keys. */
export type Concerns = { readonly materials: readonly string[]; readonly regimes: readonly string[] }

/** What a webhook asks for; an empty list asks for everything. */
export type Filter = Concerns

/** Whether an event concerns what a webhook asks for: one of its materials, and one of its regimes. */
export function lets(filter: Filter, about: Concerns): boolean {
  const isAmong = (asked: readonly string[], keys: readonly string[]) =>
    asked.length === 0 || asked.some((key) => keys.includes(key))
  return isAmong(filter.materials, about.materials) && isAmong(filter.regimes, about.regimes)
}
