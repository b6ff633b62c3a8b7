import { linkTo } from '@/components/marks/link-to'
import { PaletteOpener } from '@/components/palette/palette-opener.client'
import { OtherLanguages } from '@/components/shell/other-languages'
import type { Coordinates } from '@/lib/contract/address'
import { inThisLanguage } from '@/lib/contract/language-address'
import type { View } from '@/lib/contract/view'
import { viewPath } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'

const PAGES = [
  'matrix',
  'check',
  'regimes',
  'instruments',
  'claims',
  'evidence',
  'calendar',
  'sources',
  'changes',
  'about',
] as const

/**
 * The name, the pages, the other languages and the search box. On a page with coordinates the links keep them, so that a reader of a past
 * day stays on that day; the name alone always leads to the newest answer.
 */
export function Header({
  at,
  q,
  here,
}: {
  readonly at: Coordinates | null
  readonly q: string
  readonly here: string | null
}) {
  return (
    <header className="masthead">
      <a href={inThisLanguage('/')} className="wordmark">
        {say('shell.name')}
      </a>
      <nav aria-label={say('shell.nav.name')}>
        <ul>
          {PAGES.map((name) => (
            <li key={name}>
              <a
                href={pageAddress(at, name === 'check' ? { name, product: null } : { name })}
                aria-current={at?.view.name === name ? 'page' : undefined}
              >
                {say(`shell.nav.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {here !== null && <OtherLanguages here={here} pinned={at !== null} />}
      <search>
        <form action={inThisLanguage('/search')} className="search-box">
          <label htmlFor="search-q" className="hidden-text">
            {say('shell.search.label')}
          </label>
          <input
            id="search-q"
            name="q"
            type="search"
            className="field"
            defaultValue={q}
            placeholder={say('shell.search.hint')}
          />
          <button type="submit" className="button">
            {say('shell.search.button')}
          </button>
        </form>
        <PaletteOpener
          word={say('palette.open')}
          keys={say('palette.keys')}
          search={inThisLanguage('/search')}
          asked={at !== null}
        />
      </search>
    </header>
  )
}

/** Pages without coordinates link to the newest answer, which is `/` for the matrix. */
function pageAddress(at: Coordinates | null, view: View): string {
  if (at !== null) return linkTo(at, view)
  return inThisLanguage(view.name === 'matrix' ? '/' : `/${viewPath(view)}`)
}
