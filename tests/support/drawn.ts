import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import { rasterised } from '@/lib/drawing/thread'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import { exhibitOf } from '@/lib/reading/exhibit'
import { materialPage } from '@/lib/reading/material'
import { matrixPage } from '@/lib/reading/matrix'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { theRecord } from './record'

const record = theRecord()
const law = lawOf(record, null)

/** The first revision's matrix, or one material of it, on a day; the revision was recorded on 22 November 2026. */
export function exhibitOn(day: string, material: string | null = null): Exhibit {
  const view: View = material === null ? { name: 'matrix' } : { name: 'material', key: material }
  const question = plainQuestion(localDate(day))
  const coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view } as const
  const opened = { coordinates, record, law, today: localDate('2026-11-22') }
  const named = material === null ? undefined : law.materials.get(material)
  const made = exhibitOf(
    named === undefined
      ? { name: 'matrix', page: matrixPage(opened) }
      : { name: 'material', page: materialPage(opened, named) },
    localDate('2026-11-22'),
  )
  if (made === null) throw new Error(`nothing to draw on ${day}`)
  return made
}

/** The first revision's answer on 22 November 2026 under any view that needs no other revision. */
export async function exhibitAt(view: View): Promise<Exhibit> {
  const question = plainQuestion(localDate('2026-11-22'))
  const coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view } as const
  const page = await pageOf({ coordinates, record, law, today: localDate('2026-11-22') })
  const made = exhibitOf(page, localDate('2026-11-22'))
  if (made === null) throw new Error(`nothing at ${view.name}`)
  return made
}

/** A drawing of one line of letters on white, 400 by 60; `more` stands beside it. */
export function lettered(text: string, more = ''): string {
  const letters = `<text x="10" y="40" font-family="'Source Sans 3'" font-size="30" fill="#000000">${text}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><rect width="400" height="60" fill="#fff"/>${letters}${more}</svg>`
}

/** The signs beyond the plain letters among the letters of some drawings. */
export function signsBeyond(drawings: readonly string[]): readonly string[] {
  const signs = new Set(drawings.flatMap((svg) => new ReadDrawing(svg).texts.flatMap((text) => [...text])))
  return [...signs].filter((sign) => sign > '~')
}

/** Those of some signs that are drawn as a box, because no font that comes along has a shape for them. */
export async function signsWithoutShape(signs: readonly string[]): Promise<readonly string[]> {
  const box = await pixelsOf('\u{2A6D6}')
  const missing: string[] = []
  for (const sign of signs) if (Buffer.compare(await pixelsOf(sign), box) === 0) missing.push(sign)
  return missing
}

async function pixelsOf(letters: string): Promise<Uint8Array> {
  const made = await rasterised(lettered(letters), 400)
  if (!made.ok) throw new Error('the thread was busy')
  return made.value
}

type Node = { readonly [name: string]: unknown }

/** A drawing as another program reads it: refused unless it is well-formed. */
export class ReadDrawing {
  readonly svg: string
  title = ''
  description = ''
  /** Every line of letters, its runs joined. */
  readonly texts: readonly string[]
  /** The names of all elements. */
  readonly elements: ReadonlySet<string>
  /** Every attribute as `name=value`. */
  readonly attributes: readonly string[]

  constructor(svg: string) {
    const fault = XMLValidator.validate(svg)
    if (fault !== true) throw new Error(`not XML: ${JSON.stringify(fault.err)}`)
    this.svg = svg
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      trimValues: false,
      parseTagValue: false,
    })
    const texts: string[] = []
    const elements = new Set<string>()
    const attributes: string[] = []
    const walk = (nodes: readonly Node[]) => {
      for (const node of nodes) {
        for (const [name, value] of Object.entries((node[':@'] ?? {}) as Node)) {
          attributes.push(`${name.replace(/^@_/, '')}=${value}`)
        }
        for (const [name, inside] of Object.entries(node)) {
          if (name === ':@' || name === '#text') continue
          elements.add(name)
          const letters = lettersOf(inside as readonly Node[])
          if (name === 'text') texts.push(letters)
          if (name === 'title') this.title = letters
          if (name === 'desc') this.description = letters
          walk(inside as readonly Node[])
        }
      }
    }
    walk(parser.parse(svg) as readonly Node[])
    this.texts = texts
    this.elements = elements
    this.attributes = attributes
  }

  /** All letters that are seen, a space for every end of a line. */
  get words(): string {
    return this.texts.join(' ')
  }
}

function lettersOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      '#text' in node
        ? String(node['#text'])
        : Object.values(node)
            .map((value) => (Array.isArray(value) ? lettersOf(value) : ''))
            .join(''),
    )
    .join('')
}
