export type Filters = { readonly [name: string]: readonly string[] }

/** What the fragment of a matrix address remembers: the open cell (`Dy-metal`) and the chosen filters. */
export type Remembered = { readonly cell: string | null; readonly filters: Filters }

/** Reads `#Dy-metal&status=licence,paused`. Unknown parts are kept as filters and match nothing they do not know. */
export function readFragment(hash: string): Remembered {
  let cell: string | null = null
  const filters: { [name: string]: string[] } = {}
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [name = '', values] = part.split('=')
    if (values === undefined) cell = name === '' ? cell : name
    else filters[name] = values.split(',').filter((value) => value !== '')
  }
  return { cell, filters }
}

/** Writes the fragment back, filters in the order of their names; empty when there is nothing to remember. */
export function writeFragment({ cell, filters }: Remembered): string {
  const chosen = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => `${name}=${values.join(',')}`)
  const parts = [...(cell === null ? [] : [cell]), ...chosen]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

/** Puts what is remembered into the address: as a new step of the history, or in place of the present one. */
export function remember(change: Partial<Remembered>, step: 'push' | 'replace'): void {
  const { pathname, search, hash } = window.location
  const fragment = writeFragment({ ...readFragment(hash), ...change })
  if (fragment === hash) return
  const address = `${pathname}${search}${fragment}`
  if (step === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}
