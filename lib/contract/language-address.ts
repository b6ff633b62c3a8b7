import { type Language, language } from './words/language'

const PREFIX = '/zh'

/** A path of this site for readers of a language: only Chinese has a prefix, and behind it the address is the same. */
export function addressIn(spoken: Language, path: string): string {
  if (spoken === 'en') return path
  return /^\/(?=[?#]|$)/.test(path) ? `${PREFIX}${path.slice(1)}` : `${PREFIX}${path}`
}

/** A path for readers of the page that is being made. */
export function inThisLanguage(path: string): string {
  return addressIn(language(), path)
}

/**
 * Takes the language off a path: `/zh/materials/Dy` is `/materials/Dy` in Chinese. What is left begins with one slash: two,
 * or a backslash, would name another site to whoever is led there.
 */
export function readLanguage(path: string): { readonly language: Language; readonly path: string } {
  const [, head = ''] = path.split('/')
  if (head.toLowerCase() !== PREFIX.slice(1)) return { language: 'en', path }
  const rest = path.slice(head.length + 1)
  return { language: 'zh', path: rest.replace(/^[/\\]*/, '/') }
}

/** What is there in English alone: files, drawings, frames, feeds, answers for machines, snapshots and their citations. */
export function isEnglishOnly(path: string): boolean {
  return ENGLISH_ONLY.test(path) || /\.[a-z]+$/.test(path.replace(/[?#].*$/s, ''))
}

const ENGLISH_ONLY = /^\/(api|data|cite|s|embed|timemap|admin|export|image)(\/|$|\?|#)/
