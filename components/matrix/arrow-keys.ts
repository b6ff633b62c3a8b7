const STEPS: { readonly [key: string]: readonly [rows: number, columns: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Lets the arrow keys move between the cells' links, with one stop of the Tab key for the whole table. The table keeps
 * its roles. Returns what gives every link its own stop again.
 */
export function moveByArrows(table: HTMLTableElement): () => void {
  const links = () => [...table.querySelectorAll<HTMLAnchorElement>('tbody tr:not(.proof-row) > * > a')]
  for (const link of links().slice(1)) link.tabIndex = -1

  function onKey(event: KeyboardEvent) {
    const step = STEPS[event.key]
    const from = event.target instanceof Element ? event.target.closest('a') : null
    if (step === undefined || from === null || !links().includes(from)) return
    const to = neighbour(from, step)
    if (to === null) return
    event.preventDefault()
    from.tabIndex = -1
    to.tabIndex = 0
    to.focus()
  }

  table.addEventListener('keydown', onKey)
  return () => {
    table.removeEventListener('keydown', onKey)
    for (const link of links()) link.removeAttribute('tabindex')
  }
}

/** The nearest link in a direction, over cells without one and rows that are filtered out. */
function neighbour(from: HTMLAnchorElement, [rows, columns]: readonly [number, number]): HTMLAnchorElement | null {
  const cell = from.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  if (cell == null || row == null) return null
  if (rows === 0) {
    for (let index = cell.cellIndex + columns; row.cells[index] !== undefined; index += columns) {
      const link = row.cells[index]?.querySelector('a')
      if (link != null) return link
    }
    return null
  }
  for (let next = sibling(row, rows); next !== null; next = sibling(next, rows)) {
    const link = next.hidden || next.className === 'proof-row' ? null : next.cells[cell.cellIndex]?.querySelector('a')
    if (link != null) return link
  }
  return null
}

function sibling(row: HTMLTableRowElement, step: number): HTMLTableRowElement | null {
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling
  return next instanceof HTMLTableRowElement ? next : null
}
