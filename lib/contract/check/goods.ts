import type { Goods } from '@/lib/ledger/check/product'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { readCode } from '../code'
import { materialKey, recordKey } from '../key'
import { ALONE, materialIn, readComposition } from './composition'
import type { CheckField, CheckTexts } from './fields'
import type { ProductProblem } from './problem'
import { productProblem } from './problem'

type Read = Result<Goods, ProductProblem>

/**
 * What the goods are, said in one way: an item line, a material in a form, a code, or a composition in a form. Two ways at
 * once are a problem, for nobody could tell which one counts.
 */
export function readGoods(texts: CheckTexts): Read {
  const text = (field: CheckField) => texts[field]?.trim() ?? ''
  const ways = WAYS.filter((field) => text(field) !== '')
  const [way, other] = text('composition') === '' ? ways : ways.filter((field) => field !== 'material')
  if (way === undefined) {
    if (text('form') !== '') return no('material-missing', 'material', text('form'))
    return no('nothing-said', 'line')
  }
  if (other !== undefined) return no('two-ways', other, text(way), text(other))
  if ((way === 'line' || way === 'code') && text('form') !== '') return no('two-ways', 'form', text(way), text('form'))
  switch (way) {
    case 'line': {
      const provision = recordKey(text('line'))
      return provision === null ? no('malformed-key', 'line', text('line')) : ok({ by: 'line', provision })
    }
    case 'code':
      return codeOf(text('code'))
    case 'material':
      return cellOf(text)
    case 'composition':
      return mixtureOf(text)
  }
}

const WAYS = ['line', 'material', 'composition', 'code'] as const

function codeOf(typed: string): Read {
  const code = readCode(typed)
  if (code === null) return no('malformed-code', 'code', typed)
  if (code.read === 'announcement') return no('announcement', 'code', typed)
  return ok({ by: 'code', code: code.read === 'hs' ? code.digits : code.item })
}

function cellOf(text: (field: CheckField) => string): Read {
  const material = materialKey(text('material'))
  if (material === null) return no('malformed-key', 'material', text('material'))
  const form = formOf(text('form'), text('material'))
  return form.ok ? ok({ by: 'cell', material, form: form.value, unnamed: text('unnamed') !== '' }) : form
}

/**
 * The material chosen beside a composition is what the rest is made of, if the composition does not say so itself. A base
 * without parts is that material, with everything open that its name leaves open.
 */
function mixtureOf(text: (field: CheckField) => string): Read {
  const read = readComposition(text('composition'))
  if (!read.ok) return read
  const bases = [read.value.base ?? '', text('base'), text('material')].filter((base) => base !== '')
  const keys = [...new Set(bases.map(materialIn))]
  const [base = null, second] = keys
  if (keys.includes(null)) return no('malformed-key', 'composition', bases[keys.indexOf(null)])
  if (second !== undefined) return no('two-bases', 'composition', bases[0], bases.at(-1))
  const form = formOf(text('form'), text('composition'))
  if (!form.ok) return form
  const { parts } = read.value
  if (parts.length > 0 || base === null) return ok({ by: 'composition', form: form.value, base, parts })
  return ok({ by: 'cell', material: ALONE.get(base) ?? base, form: form.value, unnamed: false })
}

function formOf(typed: string, what: string): Result<string, ProductProblem> {
  if (typed === '') return no('form-missing', 'form', what)
  const form = recordKey(typed)
  return form === null ? no('malformed-key', 'form', typed) : ok(form)
}

function no(...[what, field, value, other]: Parameters<typeof productProblem>) {
  return refused(productProblem(what, field, value, other))
}
