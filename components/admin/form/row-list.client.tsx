'use client'

import { type ReactNode, useRef, useState } from 'react'

type Row = { readonly id: string; readonly number: string; readonly remove: string; readonly fields: ReactNode }

/**
 * The rows of a list. Empty rows are in the page from the start, and come to light when they are asked for; a row that is
 * taken out stays until the form is saved, so that it can be put back. Without scripts both buttons save the form and
 * open it again with a row more or less.
 */
export function RowList({
  name,
  rows,
  spare,
  ready,
  words,
}: {
  readonly name: string
  readonly rows: readonly Row[]
  readonly spare: readonly Row[]
  /** How many of the empty rows are shown at first. */
  readonly ready: number
  readonly words: { readonly add: string; readonly remove: string; readonly undo: string; readonly removed: string }
}) {
  const [shown, setShown] = useState(ready)
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLOListElement>(null)

  function toggle(id: string) {
    const next = new Set(removed)
    if (!next.delete(id)) next.add(id)
    setRemoved(next)
    tellForm(list.current)
  }

  function add() {
    setShown(shown + 1)
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll<HTMLElement>(':scope > li:not([hidden])')
      row?.[row.length - 1]?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
    })
  }

  return (
    <>
      <input type="hidden" name={`${name}.row`} value="" />
      <ol ref={list} className="row-list">
        {[...rows, ...spare].map((row, index) => (
          <li key={row.id} hidden={index >= rows.length + shown}>
            <fieldset disabled={removed.has(row.id)} data-removed={removed.has(row.id) ? '' : undefined}>
              <legend className="number">{row.number}</legend>
              <input type="hidden" name={`${name}.row`} value={row.id} />
              {row.fields}
            </fieldset>
            <button
              type="submit"
              name="_do"
              value={`remove:${name}:${row.id}`}
              className="quiet-button"
              aria-label={removed.has(row.id) ? undefined : row.remove}
              onClick={(event) => {
                event.preventDefault()
                toggle(row.id)
              }}
            >
              {removed.has(row.id) ? words.undo : words.remove}
            </button>
            {removed.has(row.id) && <output className="field-hint">{words.removed}</output>}
          </li>
        ))}
      </ol>
      <button
        type="submit"
        name="_do"
        value={`add:${name}`}
        className="button"
        onClick={(event) => {
          // When all empty rows are in use, the form is saved and opens with new ones.
          if (shown >= spare.length) return
          event.preventDefault()
          add()
        }}
      >
        {words.add}
      </button>
    </>
  )
}

/** What is taken out or put back counts as typed: the form saves itself, and warns who leaves before it did. */
function tellForm(from: HTMLElement | null): void {
  requestAnimationFrame(() => from?.dispatchEvent(new Event('input', { bubbles: true })))
}
