'use client'

import { useEffect, useState } from 'react'
import { found, type Option } from '@/lib/contract/edit/form/finding'

/** A list of boxes to tick. With scripts a text above it leaves only those that hold its words, and those that are ticked. */
export function Ticks({
  name,
  id,
  options,
  chosen,
  words,
}: {
  readonly name: string
  readonly id: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly words: { readonly filter: string; readonly none: string }
}) {
  const [isAwake, wake] = useState(false)
  const [query, setQuery] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  useEffect(() => wake(true), [])

  const shown = new Set(found(options, query).map(({ value }) => value))
  const tick = (value: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(value)
    else next.delete(value)
    setTicked(next)
  }
  return (
    <>
      {isAwake && (
        <input
          type="search"
          className="field"
          data-short=""
          aria-label={words.filter}
          placeholder={words.filter}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {shown.size === 0 && <p className="field-hint">{words.none}</p>}
      <ul className="ticks" id={id} tabIndex={-1}>
        {options.map(({ value, label, also }) => (
          <li key={value} hidden={!shown.has(value) && !ticked.has(value)}>
            <label>
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                onChange={(event) => tick(value, event.target.checked)}
              />{' '}
              {label} {also !== '' && <span className="soft">{also}</span>}
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
