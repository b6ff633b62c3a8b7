import { isSame } from '../equal'
import type { Material, Provision } from '../record'
import { ANY_FORM } from '../record'
import type { WholeRecord } from '../testimony'
import type { Breach, Proposal } from './broken'
import { changedOf, changedRecords } from './changed'

/** E7. A statement carries no provision. */
export function statementsCarryNothing({ after }: Proposal): readonly Breach[] {
  return provisionsOfStatements(after)
}

export function provisionsOfStatements({ instruments, provisions }: WholeRecord): readonly Breach[] {
  const statements = new Set(instruments.filter(({ binding }) => binding === 'statement').map(({ key }) => key))
  return provisions
    .filter(({ instrument }) => statements.has(instrument))
    .map(({ key, instrument }) => ({ kind: 'provision', key, field: 'instrument', names: { instrument } }))
}

/** An item code as control lists print it, `1C902.a.2`, or several with strokes between them. */
const ITEM_CODE = /^\d[A-Z]\d{3}(\.[a-z0-9]+)*(\/\d[A-Z]\d{3}(\.[a-z0-9]+)*)*$/

/**
 * E10. An item code stands once within an instrument for the same goods. Asked of lines that are new, or whose code or
 * goods changed. A reviewer may override it: one code may list several goods of one material, and their lines then
 * differ in the words of the item alone.
 */
export function itemCodesUnique(proposal: Proposal): readonly Breach[] {
  const asked = changedOf(proposal, 'provision').filter(
    ({ was, now }) => ITEM_CODE.test(now.clause) && (was === null || !isSame(goodsOf(was), goodsOf(now))),
  )
  if (asked.length === 0) return []
  const byPlace = new Map<string, Provision[]>()
  const placeOf = ({ instrument, clause }: Provision) => `${instrument} ${clause}`
  for (const one of proposal.after.provisions) byPlace.set(placeOf(one), [...(byPlace.get(placeOf(one)) ?? []), one])
  return asked.flatMap(({ key, now }) => {
    const other = byPlace.get(placeOf(now))?.find((one) => one.key !== key && sharesGoods(one, now))
    const names = { code: now.clause, other: other?.key ?? '' }
    return other === undefined ? [] : [{ kind: 'provision' as const, key, field: 'clause', names }]
  })
}

/** Whether a text is a customs code: of 6, 8 or 10 digits. */
export function isHsCode(code: string): boolean {
  return /^(\d{6}|\d{8}|\d{10})$/.test(code)
}

/** E11. A customs code has 6, 8 or 10 digits. */
export function hsCodesShaped(proposal: Proposal): readonly Breach[] {
  return changedRecords(proposal, 'provision').flatMap(({ key, hsCodes }) =>
    hsCodes.flatMap((code, at) =>
      isHsCode(code) ? [] : [{ kind: 'provision' as const, key, field: `hsCodes[${at}]`, names: { code } }],
    ),
  )
}

/** E21. Each form that a rule names is one of its materials', and each material has one of its forms. */
export function formsOfMaterials({ after }: Proposal): readonly Breach[] {
  return formsThatMeetNone(after)
}

export function formsThatMeetNone({ materials, provisions }: WholeRecord): readonly Breach[] {
  const byKey = new Map(materials.map((one) => [one.key, one]))
  return provisions.flatMap((line) => unmet(line, byKey))
}

function unmet({ key, ...line }: Provision, materials: ReadonlyMap<string, Material>): readonly Breach[] {
  if (line.forms.includes(ANY_FORM)) return []
  const named = line.materials.flatMap((material) => materials.get(material) ?? [])
  const idle = line.forms.filter((form) => !named.some(({ forms }) => forms.includes(form)))
  const bare = named.filter(({ forms }) => !forms.some((form) => line.forms.includes(form)))
  return [
    ...idle.map((form): Breach => ({ kind: 'provision', key, field: 'forms', names: { form, material: 'none' } })),
    ...bare.map(
      (one): Breach => ({ kind: 'provision', key, field: 'materials', names: { form: 'none', material: one.key } }),
    ),
  ]
}

/** What makes two lines of one code the same line. */
function goodsOf({ instrument, clause, effect, route, endUse, partyList, destinations, materials, forms }: Provision) {
  return { instrument, clause, effect, route, endUse, partyList, destinations, materials, forms }
}

function sharesGoods(a: Provision, b: Provision): boolean {
  const wide = (one: Provision) => ({ ...goodsOf(one), materials: [], forms: [] })
  const anyForm = a.forms.includes(ANY_FORM) || b.forms.includes(ANY_FORM)
  return (
    isSame(wide(a), wide(b)) &&
    a.materials.some((material) => b.materials.includes(material)) &&
    (anyForm || a.forms.some((form) => b.forms.includes(form)))
  )
}
