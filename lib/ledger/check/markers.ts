import type { Law } from '../law'
import type { Instrument, Material, Provision } from '../record'
import { ANY_FORM, CONTROLLED_ITEMS } from '../record'

/*
 * What the record says of a rule in its phrases alone, and no field holds. Every text that decides anything in a product
 * check is read here.
 */

const OWNED = /(\d+(?:\.\d+)?)\s?%(?:\+ owned| or more by a listed party)/u
const TECHNOLOGY = /made abroad with Chinese .*technology/u
const KNOWLEDGE = /knowledge test/iu
const ELEMENTS = /\bElements: ([A-Z][a-z]?(?:, [A-Z][a-z]?)*)\./u
const NAMED_INSTRUMENT = /\(([a-z]{2}-\d{4}-[a-z0-9-]+)\)/gu

/** From what share on, in percent, a rule on listed parties takes in those whom they own; `null` where it says nothing of it. */
export function ownedFrom({ endUse, conditions }: Provision): number | null {
  if (endUse !== 'listed-party') return null
  for (const condition of conditions) {
    const found = OWNED.exec(condition)
    if (found !== null) return Number(found[1])
  }
  return null
}

/** Whether a rule on goods made abroad reaches them for the technology they were made with: no field tells it. */
export function restsOnTechnology({ route, deMinimis, endUse, item }: Provision): boolean {
  return route === 'foreign-made' && deMinimis === null && endUse === 'any' && TECHNOLOGY.test(item)
}

/** Whether a rule turns on what the exporter knows, which no form can ask. */
export function turnsOnKnowledge({ conditions }: Provision): boolean {
  return conditions.some((condition) => KNOWLEDGE.test(condition))
}

/**
 * Whether a rule names the controlled goods of a material and none by itself: "gallium-related dual-use items". The record
 * tells it by the fields alone: named goods of a material, in no form.
 */
export function namesControlledGoods({ coverage, forms, materials }: Provision): boolean {
  return coverage === 'named' && forms.includes(ANY_FORM) && !materials.includes(CONTROLLED_ITEMS)
}

/** Instruments that a line's note says reach the same goods by other words: "(cn-2023-57) prohibits this as well". */
export function pointsTo(law: Law, { note }: Provision): readonly Instrument[] {
  if (note === null) return []
  return [...note.matchAll(NAMED_INSTRUMENT)].flatMap(([, key]) => law.instruments.get(key ?? '') ?? [])
}

/** The elements that a product's text says it is made of, by their symbols: "Elements: Li, Fe, P." */
export function elementsNamedIn({ uses }: Material): readonly string[] {
  return ELEMENTS.exec(uses ?? '')?.[1]?.split(', ') ?? []
}
