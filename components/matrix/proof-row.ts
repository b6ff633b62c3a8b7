import { readFragment, remember } from './fragment'

export type ProofWords = {
  readonly loading: string
  readonly failed: string
  readonly page: string
  readonly close: string
}

const PROOF_LINKS = 'td a[href*="/proof/"]'

/**
 * Opens proofs in place: a cell's link shows the proof page's article in a row below, one at a time. The fragment
 * remembers the open cell, so Back closes it. Returns what undoes it all.
 */
export function openProofsInPlace(table: HTMLTableElement, words: ProofWords): () => void {
  let open: { readonly link: HTMLAnchorElement; readonly row: HTMLTableRowElement } | null = null

  function close() {
    if (open === null) return
    open.row.remove()
    open.link.setAttribute('aria-expanded', 'false')
    open.link.removeAttribute('aria-controls')
    open = null
  }

  function show(link: HTMLAnchorElement) {
    close()
    const row = rowFor(link, words, () => leave(link))
    open = { link, row }
    link.setAttribute('aria-expanded', 'true')
    link.setAttribute('aria-controls', row.id)
    void fill(row, link, words)
  }

  function leave(link: HTMLAnchorElement) {
    close()
    remember({ cell: null }, 'push')
    link.focus()
  }

  function toggle(link: HTMLAnchorElement) {
    if (open?.link === link) return leave(link)
    show(link)
    remember({ cell: cellOf(link) }, 'push')
  }

  function onClick(event: MouseEvent) {
    const link = linkAt(event.target)
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    toggle(link)
  }

  function onKey(event: KeyboardEvent) {
    const link = linkAt(event.target)
    if (event.key === ' ' && link !== null) {
      event.preventDefault()
      toggle(link)
    } else if (event.key === 'Escape' && open !== null) {
      leave(open.link)
    }
  }

  function follow() {
    const { cell } = readFragment(window.location.hash)
    if (cell === (open === null ? null : cellOf(open.link))) return
    const link = [...table.querySelectorAll<HTMLAnchorElement>(PROOF_LINKS)].find((each) => cellOf(each) === cell)
    if (link === undefined) close()
    else show(link)
  }

  for (const link of table.querySelectorAll(PROOF_LINKS)) link.setAttribute('aria-expanded', 'false')
  table.addEventListener('click', onClick)
  table.addEventListener('keydown', onKey)
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  follow()
  return () => {
    close()
    table.removeEventListener('click', onClick)
    table.removeEventListener('keydown', onKey)
    window.removeEventListener('popstate', follow)
    window.removeEventListener('hashchange', follow)
  }
}

/** `Dy-metal`, from the last two segments of the proof's address. */
function cellOf(link: HTMLAnchorElement): string {
  return link.pathname.split('/').slice(-2).join('-')
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(PROOF_LINKS) : null
}

function rowFor(link: HTMLAnchorElement, words: ProofWords, onClose: () => void): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.id = `proof-of-${cellOf(link)}`
  row.className = 'proof-row'
  const beside = link.closest('tr')
  const cell = row.insertCell()
  // No wider than the table: in a fixed layout a span over columns that are not there would make them.
  cell.colSpan = beside?.cells.length ?? 1
  const tools = document.createElement('p')
  tools.className = 'proof-tools'
  const page = document.createElement('a')
  page.href = link.href
  page.textContent = words.page
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = words.close
  button.addEventListener('click', onClose)
  tools.append(page, button)
  const body = document.createElement('div')
  body.className = 'proof-body'
  body.tabIndex = -1
  const told = document.createElement('p')
  told.setAttribute('role', 'status')
  told.textContent = words.loading
  body.append(told, tools)
  cell.append(body)
  beside?.after(row)
  return row
}

async function fill(row: HTMLTableRowElement, link: HTMLAnchorElement, words: ProofWords): Promise<void> {
  const told = row.querySelector('[role="status"]')
  try {
    const response = await fetch(link.href, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const article = page.querySelector('article[data-proof]')
    if (!response.ok || article === null) throw new Error(`no proof at ${JSON.stringify(link.href)}`)
    row.querySelector('.proof-body')?.append(document.adoptNode(article))
    if (told !== null) told.textContent = ''
  } catch {
    if (told !== null) told.textContent = words.failed
  }
}
