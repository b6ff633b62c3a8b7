'use client'

import { useEffect, useState } from 'react'
import { FilterChoices, type FilterOptions } from '@/components/matrix/filter-choices.client'
import { type Filters, readFragment, remember } from '@/components/matrix/fragment'
import type { Shown } from '@/components/matrix/row-filter'
import { filterClaims } from './claim-filter'

export type ClaimsIslandWords = {
  readonly filters: string
  /** With `{shown}` and `{total}` to be filled in. */
  readonly showing: string
  /** With `{filter}` to be filled in. */
  readonly none: string
  readonly lift: string
  readonly liftAll: string
  /** What stands between a filter and its values, between values, and between filters. */
  readonly marks: readonly [colon: string, comma: string, semicolon: string]
}

/** Filters the server's table by its id, and keeps what is chosen in the fragment. Without scripts every claim is shown. */
export function ClaimsIsland({
  filters,
  words,
}: {
  readonly filters: readonly FilterOptions[]
  readonly words: ClaimsIslandWords
}) {
  const [chosen, setChosen] = useState<Filters | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)

  useEffect(() => {
    const read = () => setChosen(known(readFragment(window.location.hash).filters, filters))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [filters])
  useEffect(() => {
    const table = document.getElementById('claims')
    if (chosen !== null && table instanceof HTMLTableElement) setShown(filterClaims(table, chosen))
  }, [chosen])

  if (chosen === null || shown === null) return null

  function choose(next: Filters) {
    setChosen(next)
    remember({ filters: next }, 'replace')
  }

  const active = filters.filter(({ name }) => chosen[name]?.length)
  const culprit = filters.find((filter) => filter.name === shown.culprit)
  const told = (some: readonly FilterOptions[]) => namesOf(some, chosen, words.marks)
  return (
    <div className="island">
      <details open={active.length > 0}>
        <summary>{words.filters}</summary>
        <FilterChoices filters={filters} chosen={chosen} onChoose={choose} />
      </details>
      <p role="status">
        {shown.shown > 0
          ? words.showing.replace('{shown}', String(shown.shown)).replace('{total}', String(shown.total))
          : words.none.replace('{filter}', told(culprit === undefined ? active : [culprit]))}
      </p>
      {culprit !== undefined && (
        <button type="button" className="button" onClick={() => choose({ ...chosen, [culprit.name]: [] })}>
          {words.lift}
        </button>
      )}
      {active.length > 0 && (
        <button type="button" className="button" onClick={() => choose({})}>
          {words.liftAll}
        </button>
      )}
    </div>
  )
}

/** Only filters that the page has: an address may have been made for another table. */
function known(read: Filters, filters: readonly FilterOptions[]): Filters {
  return Object.fromEntries(Object.entries(read).filter(([name]) => filters.some((filter) => filter.name === name)))
}

function namesOf(
  filters: readonly FilterOptions[],
  chosen: Filters,
  [colon, comma, semicolon]: ClaimsIslandWords['marks'],
): string {
  return filters
    .map(({ name, title, options }) => {
      const values = chosen[name] ?? []
      const labels = values.map((value) => options.find(({ key }) => key === value)?.label ?? value)
      return `${title}${colon}${labels.join(comma)}`
    })
    .join(semicolon)
}
