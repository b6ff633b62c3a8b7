import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect } from './quiet'

/** A cell as the API tells it, reduced to what a page must agree with. */
export type ApiCell = {
  readonly material: string
  readonly form: string
  readonly status: string
  readonly beforeEffect: boolean
}

type Named = { readonly key: string; readonly nameEn: string }

function named(file: string): readonly Named[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../prisma/data', file), 'utf8'))
}

export const formNames = new Map(named('forms.json').map(({ key, nameEn }) => [key, nameEn]))
export const materialNames = new Map(named('materials.json').map(({ key, nameEn }) => [key, nameEn]))

/** The cells of the matrix as machines get them: `query` is the question, like `on=2025-11-08&to=US`. */
export async function cellsByApi(request: APIRequestContext, query: string): Promise<readonly ApiCell[]> {
  const response = await request.get(`/api/v1/matrix?${query}`)
  expect(response.status()).toBe(200)
  const { cells } = (await response.json()) as { cells: readonly ApiCell[] }
  return cells
}

/** The matrix on the page. */
export function matrixOn(page: Page): Locator {
  return page.getByRole('main').getByRole('table').first()
}

/** Waits until a cell opens its proof in place: until its script runs, it leads to the page of the proof. */
export async function untilItOpens(page: Page): Promise<void> {
  await expect(matrixOn(page).locator('[aria-expanded]').first()).toBeAttached()
}

/** The cells that open a proof and say a word; roll-ups say the same words and lead elsewhere. */
export function proofLinksIn(part: Locator, word: RegExp): Locator {
  return part.getByRole('link', { name: word }).and(part.locator('[href*="/proof/"]'))
}

/**
 * The words of the matrix by `row head | column head`, as a reader sees them.
 *
 * Soft hyphens are left out. Heads that span rows or columns are laid out the way the browser lays them out, so a cell finds its own column.
 */
export async function cellsOnPage(table: Locator): Promise<ReadonlyMap<string, string>> {
  const cells = await table.evaluate((element) => {
    const grid: HTMLTableCellElement[][] = []
    const found: [string, string][] = []
    const words = (cell: Element | undefined) =>
      (cell as HTMLElement | undefined)?.innerText
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ')
        .trim() ?? ''
    for (const [y, row] of [...(element as HTMLTableElement).rows].entries()) {
      let x = 0
      for (const cell of row.cells) {
        while (grid[y]?.[x] !== undefined) x += 1
        for (let dy = 0; dy < cell.rowSpan; dy += 1) {
          for (let dx = 0; dx < cell.colSpan; dx += 1) {
            grid[y + dy] ??= []
            const line = grid[y + dy]
            if (line !== undefined) line[x + dx] = cell
          }
        }
        if (cell.tagName === 'TD') {
          const heads = grid
            .slice(0, y)
            .map((line) => line[x])
            .filter((head) => head?.scope === 'col')
          found.push([`${words(row.cells[0])} | ${words(heads.at(-1))}`, words(cell)])
        }
      }
    }
    return found
  })
  return new Map(cells)
}

/** The words of one cell: the row whose head begins with the symbol or name, under the form's own head. */
export function cellOf(cells: ReadonlyMap<string, string>, material: string, form: string): string | undefined {
  const column = formNames.get(form) ?? form
  const name = materialNames.get(material) ?? material
  for (const [place, words] of cells) {
    const [row = '', head = ''] = place.split(' | ')
    // Whole names only: Terbium and Ytterbium both end in what Erbium is called.
    const isRow = ` ${row} `.includes(` ${name} `)
    // A column head leaves out the "material" that most forms end in.
    if (isRow && [column, column.replace(/ material$/, '')].includes(head)) return words
  }
  return undefined
}
