import * as z from 'zod'
import { FORM_FAMILIES, GROUPS, MATERIAL_KINDS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import { blame, key, list, oneOf, sources, text, textOrNull, truth, whole } from './fields'

export const materialFields = {
  key,
  kind: oneOf(MATERIAL_KINDS),
  rareEarth: truth,
  symbol: textOrNull,
  atomicNumber: z.nullable(whole),
  nameEn: text,
  nameZh: text,
  group: z.nullable(oneOf(GROUPS)),
  groupNote: textOrNull,
  components: list(key),
  forms: list(key, { min: 1 }),
  uses: textOrNull,
  critical: list(text),
  aliases: list(text),
  sources,
}

export const materialJson = z.strictObject(materialFields).superRefine((material, context) => {
  const { symbol, atomicNumber } = material
  if (/^[A-Z]/.test(material.key) ? symbol !== material.key : symbol !== null) {
    blame(context, 'symbol', say('record.material.symbol'))
  }
  const isNumbered = atomicNumber !== null && atomicNumber >= 1 && atomicNumber <= 118
  if (symbol === null ? atomicNumber !== null : !isNumbered) {
    blame(context, 'atomicNumber', say('record.material.atomicNumber'))
  }
  if (material.kind === 'element' && (!material.rareEarth || symbol === null)) {
    blame(context, 'kind', say('record.material.element'))
  }
})

export const formFields = { key, nameEn: text, nameZh: text, family: oneOf(FORM_FAMILIES), order: whole }

export const formJson = z.strictObject(formFields)
