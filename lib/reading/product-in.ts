import { compositionInText } from '@/lib/contract/check/composition'
import { isElementSymbol } from '@/lib/contract/check/elements'
import { productProblem } from '@/lib/contract/check/problem'
import type { Problem } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { shortBase } from '@/lib/contract/words/check-said'
import { listed } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { namesGoods } from '@/lib/ledger/check/item-line'
import type { Goods, Product } from '@/lib/ledger/check/product'
import { isNothing, isTraded } from '@/lib/ledger/check/traded'
import type { Law } from '@/lib/ledger/law'
import type { Material } from '@/lib/ledger/record'
import { type Checked, kept } from './kept'

type CheckView = Extract<View, { readonly name: 'check' }>

/** A checked product whose goods and parties the record holds; else the form, and what it does not hold. */
export function productIn(view: CheckView, law: Law): Checked<View> {
  if (view.product === null) return { value: view, problems: [] }
  const { goods, owner } = view.product
  const found = goodsIn(goods, law)
  const owning = owner === null || owner === 'none' ? null : kept('party', owner.party, law.parties.keys())
  const problems = [...found.problems, ...(owning?.problems ?? [])]
  if (problems.length === 0) return { value: view, problems }
  const by = owning?.value ?? null
  const nearest: Product | null =
    found.value === null
      ? null
      : {
          ...view.product,
          goods: found.value,
          owner: owner === null || owner === 'none' ? owner : by === null ? null : { ...owner, party: by },
        }
  return { value: { ...view, product: nearest }, problems }
}

function goodsIn(goods: Goods, law: Law): Checked<Goods | null> {
  switch (goods.by) {
    case 'code':
      return { value: goods, problems: [] }
    case 'line':
      return lineIn(goods, law)
    case 'cell': {
      const material = kept('material', goods.material, law.materials.keys())
      const form = kept('form', goods.form, law.forms.keys())
      const problems = [...material.problems, ...form.problems]
      if (material.value === null || form.value === null) return { value: null, problems }
      const value = { ...goods, material: material.value, form: form.value }
      const traded = untraded(law.materials.get(value.material), value.form, law)
      return traded === null ? { value, problems } : { value: null, problems: [...problems, traded] }
    }
    case 'composition':
      return mixtureIn(goods, law)
  }
}

/** A composition of what the record lists, or of elements that it does not list, in a form that it knows something in it in. */
function mixtureIn(goods: Extract<Goods, { readonly by: 'composition' }>, law: Law): Checked<Goods | null> {
  const { base, parts } = goods
  const keys = [...(base === null ? [] : [base]), ...parts.map(({ material }) => material)]
  const found = keys
    .filter((key) => law.materials.has(key) || !isElementSymbol(key))
    .map((key) => kept('material', key, law.materials.keys()))
  const form = kept('form', goods.form, law.forms.keys())
  const problems = [...found, form].flatMap((one) => one.problems)
  if (problems.length > 0) return { value: null, problems }
  const refusal = isNothing(law, goods)
    ? productProblem('nothing-in-it', 'composition', compositionInText(parts))
    : isTraded(law, goods)
      ? null
      : productProblem('form-not-of-composition', 'form', materialsIn(goods, law), formNamed(goods.form, law))
  return refusal === null ? { value: goods, problems } : { value: null, problems: [refusal] }
}

/** What is in a composition, by names: a base by its short one, for its whole name may say what parts take back. */
function materialsIn({ base, parts }: Extract<Goods, { readonly by: 'composition' }>, law: Law): string {
  const inside = parts.filter(({ percent }) => percent > 0).map(({ material }) => material)
  const short = base === null ? undefined : shortBase(base)
  const whole = base !== null && short === undefined ? [base] : []
  const names = [...whole, ...inside].flatMap((key) => law.materials.get(key) ?? []).map(nameOf)
  return listed([...(short === undefined ? [] : [short]), ...names], 'plain')
}

function formNamed(key: string, law: Law): string {
  const form = law.forms.get(key)
  return form === undefined ? key : nameOf(form)
}

/** A line that names no goods itself reaches what others control: as a product it says nothing. */
function lineIn(goods: Extract<Goods, { readonly by: 'line' }>, law: Law): Checked<Goods | null> {
  const lines = [...law.provisions.values()].filter(namesGoods)
  const line = law.provisions.get(goods.provision)
  if (line !== undefined && !namesGoods(line)) {
    return { value: null, problems: [productProblem('unknown-line', 'line', goods.provision)] }
  }
  const { value, problems } = kept(
    'provision',
    goods.provision,
    lines.map(({ key }) => key),
  )
  return { value: value === null ? null : { by: 'line', provision: value }, problems }
}

function untraded(material: Material | undefined, form: string, law: Law): Problem | null {
  const known = law.forms.get(form)
  if (material === undefined || known === undefined || material.forms.includes(form)) return null
  return productProblem('form-not-traded', 'form', nameOf(material), nameOf(known))
}
