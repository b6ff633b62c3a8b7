import { useEffect, useState } from 'react'
import { type PaletteAnswer, paletteAddress } from '@/lib/contract/palette'
import type { Language } from '@/lib/contract/words/language'

/** What was found for which text; `answer: null` when it could not be asked for. */
export type Answered = { readonly q: string; readonly answer: PaletteAnswer | null }

const NOTHING: PaletteAnswer = { total: 0, groups: [] }
const PAUSE_MS = 90

/** Asks for a text once the typing pauses, and for nothing twice at once: a newer text ends the question before it. */
export function useFound(q: string, language: Language): Answered {
  const [answered, setAnswered] = useState<Answered>({ q: '', answer: NOTHING })
  useEffect(() => {
    if (q === '') {
      setAnswered({ q, answer: NOTHING })
      return
    }
    const stale = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await ask(q, language, stale.signal)
      if (!stale.signal.aborted) setAnswered({ q, answer })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stale.abort()
    }
  }, [q, language])
  return answered
}

async function ask(q: string, language: Language, signal: AbortSignal): Promise<PaletteAnswer | null> {
  try {
    const response = await fetch(paletteAddress(q, language), { signal })
    return response.ok ? ((await response.json()) as PaletteAnswer) : null
  } catch {
    return null
  }
}
