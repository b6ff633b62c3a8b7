'use client'

import type { Filters } from './fragment'

export type FilterOptions = {
  readonly name: string
  readonly title: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
}

/** Boxes to tick, one group per filter; a filter with nothing to choose is left out. */
export function FilterChoices({
  filters,
  chosen,
  onChoose,
}: {
  readonly filters: readonly FilterOptions[]
  readonly chosen: Filters
  readonly onChoose: (filters: Filters) => void
}) {
  function toggle(name: string, key: string) {
    const values = chosen[name] ?? []
    onChoose({ ...chosen, [name]: values.includes(key) ? values.filter((value) => value !== key) : [...values, key] })
  }

  return filters
    .filter((filter) => filter.options.length > 1)
    .map((filter) => (
      <fieldset key={filter.name}>
        <legend>{filter.title}</legend>
        {filter.options.map(({ key, label }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={chosen[filter.name]?.includes(key) ?? false}
              onChange={() => toggle(filter.name, key)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    ))
}
