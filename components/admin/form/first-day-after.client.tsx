'use client'

import { useEffect, useState } from 'react'
import { dayInWords } from '@/lib/contract/words/day'
import { isLocalDate, nextDay } from '@/lib/ledger/interval'

/** The first day after the last day that is typed in another field, as it is typed; without scripts, of what was saved. */
export function FirstDayAfter({
  input,
  typed,
  words,
}: {
  readonly input: string
  readonly typed: string
  /** With `{day}` where the day stands. */
  readonly words: string
}) {
  const [last, setLast] = useState(typed)
  useEffect(() => {
    const field = document.getElementById(input)
    if (!(field instanceof HTMLInputElement)) return
    const read = () => setLast(field.value.trim())
    read()
    field.addEventListener('input', read)
    return () => field.removeEventListener('input', read)
  }, [input])

  return (
    <output className="first-day-after" htmlFor={input}>
      {isLocalDate(last) ? words.replace('{day}', dayInWords(nextDay(last))) : ''}
    </output>
  )
}
