import type { Material, Regime } from '@/lib/ledger/record'
import { type Field, regimeKeyOf, SIZE } from './field-shape'
import { capital, wordOf } from './names'

type Drawing = Pick<Field, 'number' | 'dice' | 'templates' | 'names' | 'cited'>

/** The materials of a field, with their forms as they are in the real record; what was an element is a mineral here. */
export function materialsOf({
  number,
  dice,
  templates,
  names,
  cited,
}: Drawing): Pick<Field, 'materials' | 'materialFor'> {
  const drawn = dice.some(templates.materials, SIZE.materials)
  const plain = drawn.map(({ real, written }, at): Material => {
    const own = written(names)
    const isElement = real.symbol !== null
    const nameEn = isElement ? own.nameEn : `${own.nameEn} ${wordOf(number * SIZE.materials + at)}`
    const sources = cited(real.sources)
    return {
      ...own,
      key: `${wordOf(number * SIZE.materials + at)}-${number}`,
      kind: real.kind === 'element' ? 'mineral' : real.kind,
      rareEarth: false,
      symbol: null,
      atomicNumber: null,
      group: null,
      groupNote: null,
      nameEn,
      nameZh: isElement ? own.nameZh : `${own.nameZh}${names(at, 'han')}`,
      components: [],
      sources,
    }
  })
  const minerals = plain.filter(({ kind }) => kind === 'mineral')
  const materials = plain.map((one, at) => {
    const count = drawn[at]?.real.components.length ?? 0
    return count === 0 ? one : { ...one, components: dice.some(minerals, count).map(({ key }) => key) }
  })
  const standing = new Map(drawn.map(({ real }, at) => [real.key, materials[at] as Material]))
  return {
    materials,
    materialFor: (real) => {
      const there = standing.get(real) ?? dice.one(materials)
      standing.set(real, there)
      return there
    },
  }
}

/** The regime that some fields share, under the name of the first of them. */
export function regimeOf({ number, templates, dice, cited }: Field): Regime {
  const real = dice.one(templates.record.regimes)
  const name = capital(wordOf(number * SIZE.materials))
  return {
    ...real,
    key: regimeKeyOf(number),
    nameEn: `Controls on ${name} and its neighbours`,
    shortName: `${name} controls`,
    summary: `${real.summary} (as of ${name}).`,
    order: 100 + number,
    sources: cited(real.sources),
  }
}
