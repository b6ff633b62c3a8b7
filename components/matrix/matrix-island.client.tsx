'use client'

import { useEffect, useState } from 'react'
import { moveByArrows } from './arrow-keys'
import { FilterChoices, type FilterOptions } from './filter-choices.client'
import type { Filters } from './fragment'
import { readFragment, remember } from './fragment'
import type { ProofWords } from './proof-row'
import { openProofsInPlace } from './proof-row'
import type { Shown } from './row-filter'
import { filterRows } from './row-filter'

export type IslandWords = ProofWords & {
  readonly filters: string
  /** With `{shown}` and `{total}` to be filled in. */
  readonly showing: string
  /** With `{filter}` to be filled in. */
  readonly none: string
  readonly lift: string
  readonly liftAll: string
  readonly arrows: string
}

/** Enhances the server's table by its id: proofs in place, filters, arrow keys. Without scripts nothing is missing. */
export function MatrixIsland({
  filters,
  words,
}: {
  readonly filters: readonly FilterOptions[]
  readonly words: IslandWords
}) {
  const [chosen, setChosen] = useState<Filters | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [arrows, setArrows] = useState(false)

  useEffect(() => {
    setChosen(readFragment(window.location.hash).filters)
    return onTable((table) => openProofsInPlace(table, words))
  }, [words])
  useEffect(() => {
    if (chosen !== null) onTable((table) => setShown(filterRows(table, chosen)))
  }, [chosen])
  useEffect(() => (arrows ? onTable(moveByArrows) : undefined), [arrows])

  if (chosen === null || shown === null) return null

  function choose(next: Filters) {
    setChosen(next)
    remember({ filters: next }, 'replace')
  }

  const active = Object.values(chosen).some((values) => values.length > 0)
  const culprit = filters.find((filter) => filter.name === shown.culprit)
  return (
    <div className="island">
      <details>
        <summary>{words.filters}</summary>
        <FilterChoices filters={filters} chosen={chosen} onChoose={choose} />
      </details>
      <button type="button" className="button" aria-pressed={arrows} onClick={() => setArrows(!arrows)}>
        {words.arrows}
      </button>
      <p role="status">
        {shown.shown > 0
          ? words.showing.replace('{shown}', String(shown.shown)).replace('{total}', String(shown.total))
          : words.none.replace('{filter}', namesOf(culprit === undefined ? filters : [culprit], chosen))}
      </p>
      {culprit !== undefined && (
        <button type="button" className="button" onClick={() => choose({ ...chosen, [culprit.name]: [] })}>
          {words.lift}
        </button>
      )}
      {active && (
        <button type="button" className="button" onClick={() => choose({})}>
          {words.liftAll}
        </button>
      )}
    </div>
  )
}

/** `Some cell is: licence, paused`, for each filter that has something chosen. */
function namesOf(filters: readonly FilterOptions[], chosen: Filters): string {
  return filters
    .map(({ name, title, options }) => ({ title, ticked: options.filter(({ key }) => chosen[name]?.includes(key)) }))
    .filter(({ ticked }) => ticked.length > 0)
    .map(({ title, ticked }) => `${title}: ${ticked.map(({ label }) => label).join(', ')}`)
    .join('; ')
}

function onTable<Undo>(act: (table: HTMLTableElement) => Undo): Undo | undefined {
  const table = document.getElementById('matrix')
  return table instanceof HTMLTableElement ? act(table) : undefined
}
