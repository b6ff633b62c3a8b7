import type { ShownInExhibit } from '@/lib/contract/exhibit'
import type { Look } from '@/lib/contract/looks'
import { lookOf } from '@/lib/contract/looks'
import type { Markup } from './markup'
import { element } from './markup'
import { PAPER, SOFT, toneOf } from './paper'

/** The look of a stretch as it was frozen or is told. */
export function shownLook({ status, beforeEffect }: ShownInExhibit): Look {
  return lookOf(status, beforeEffect)
}

const EDGES: { readonly [look in Look]?: { readonly dash: string; readonly width: number } } = {
  'hatched-hollow': { dash: '5 3', width: 1.25 },
  doubt: { dash: '2 3', width: 1.75 },
}
const TEXTURES: { readonly [look in Look]?: string } = {
  hatched: 'hatch',
  'hatched-hollow': 'hatch',
  slashed: 'slash',
  crossed: 'cross',
}

/** What a bar shows. Of what lines do, the status lends its shape alone: colours belong to statuses. */
export type Told = { readonly shown: ShownInExhibit; readonly tells: 'status' | 'state' }

export function inkOf({ shown, tells }: Told): string {
  return tells === 'state' && shown.status !== 'pause-ended' ? SOFT : toneOf(shown.status)
}

/** One bar with its texture and its edge. */
export function bar(told: Told, x: number, y: number, width: number, height: number): readonly Markup[] {
  const look = shownLook(told.shown)
  const tone = inkOf(told)
  if (look === 'none') {
    const d = `M${x} ${y + height / 2}h${width}`
    return [element('path', { d, stroke: tone, 'stroke-dasharray': '1 5', fill: 'none' })]
  }
  const texture = TEXTURES[look]
  const fill = look === 'solid' ? tone : texture === undefined ? PAPER : `url(#${textureOf(texture, told)})`
  const { dash, width: line } = EDGES[look] ?? { dash: undefined, width: 1.25 }
  const inner = Math.max(width - 1.5, 1.5)
  return [
    element('rect', { x: x + 0.75, y, width: inner, height, fill: PAPER }),
    element('rect', {
      x: x + 0.75,
      y,
      width: inner,
      height,
      fill,
      stroke: tone,
      'stroke-width': line,
      'stroke-dasharray': dash,
    }),
    ...(look === 'split'
      ? [element('rect', { x: x + 0.75, y: y + height - 4, width: inner, height: 4, fill: tone })]
      : []),
  ]
}

function textureOf(texture: string, { shown, tells }: Told): string {
  return `${texture}-${tells}-${shown.status}`
}

/** The textures that bars are filled with, each in the colours in which it is used. */
export function textures(bars: readonly Told[]): Markup {
  const used = new Map<string, { texture: string; tone: string }>()
  for (const one of bars) {
    const texture = TEXTURES[shownLook(one.shown)]
    if (texture !== undefined) used.set(textureOf(texture, one), { texture, tone: inkOf(one) })
  }
  return element(
    'defs',
    {},
    [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { texture, tone }]) => pattern(id, texture, tone)),
  )
}

const PATTERNS: {
  readonly [texture: string]: { size: number; turn: number; inset: number; width: number; height: number }
} = {
  hatch: { size: 5, turn: 45, inset: 0, width: 1.5, height: 5 },
  slash: { size: 12, turn: -45, inset: 0, width: 10, height: 12 },
  cross: { size: 10, turn: 45, inset: 1, width: 8, height: 8 },
}

function pattern(id: string, texture: string, tone: string): Markup {
  const { size, turn, inset, width, height } = PATTERNS[texture] ?? { size: 5, turn: 0, inset: 0, width: 5, height: 5 }
  const place = { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` }
  return element('pattern', place, element('rect', { x: inset, y: inset, width, height, fill: tone }))
}
