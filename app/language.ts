import 'server-only'
import { cache } from 'react'
import type { Language } from '@/lib/contract/words/language'
import { speakBy } from '@/lib/contract/words/language'

/** One place for each page that is being made; outside of pages every question finds a new one, which speaks English. */
const asked = cache((): { language: Language } => ({ language: 'en' }))

speakBy(() => asked().language)

/** Everything that this page says from here on is said in a language. To be called before anything is said. */
export function speak(language: Language): void {
  asked().language = language
}
