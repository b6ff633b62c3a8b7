'use client'

import { useEffect, useRef } from 'react'

/** Something to put right: the name of the field that it is about, `null` for the whole, and the sentence. */
type Problem = { readonly field: string | null; readonly say: string }

/** The browser itself brings a reader here who has no scripts. */
const FIRST = { autoFocus: true }

/**
 * What is wrong with a form, before its fields, each a link to its field. It takes the focus when it appears, and anew with
 * other `news`, so that a screen reader reads it and the keyboard starts from it. Nothing is shown when nothing is wrong.
 *
 * @param prefix what stands before a field's name in its `id`.
 */
export function Problems({
  id,
  title,
  problems,
  prefix,
  news,
}: {
  readonly id: string
  readonly title: string
  readonly problems: readonly Problem[]
  readonly prefix: string
  readonly news: unknown
}) {
  const told = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same element takes the focus again when it says something else
  useEffect(() => told.current?.focus(), [news])
  if (problems.length === 0) return null
  return (
    <div ref={told} className="error-summary" role="alert" id={id} tabIndex={-1} {...FIRST}>
      <p className="problems-title">{title}</p>
      <ul>
        {problems.map(({ field, say }) => (
          <li key={`${field ?? ''} ${say}`}>{field === null ? say : <a href={`#${prefix}${field}`}>{say}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
