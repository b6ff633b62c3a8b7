import type { ReactNode } from 'react'
import { language } from '@/lib/contract/words/language'

/**
 * Words that are English on every page: what the record says in its own words, the official English of a title. On a page
 * in another language they are marked, so that screen readers change their voice; on an English one nothing is added.
 */
export function English({ children }: { readonly children: ReactNode }) {
  return language() === 'en' ? children : <span lang="en">{children}</span>
}

/** Whether a text that may be in either language is English on a page that is not: the mark of an option or a name. */
export function marked(text: string): { readonly lang?: 'en' } {
  return /\p{Script=Han}/u.test(text) ? {} : inEnglish()
}

/** The same for an element of its own: `<p {...inEnglish()}>`. */
export function inEnglish(): { readonly lang?: 'en' } {
  return language() === 'en' ? {} : { lang: 'en' }
}
