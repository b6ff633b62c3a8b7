import type { Kind } from '../change'
import { ANY_FORM, CONTROLLED_ITEMS } from '../record'
import type { Light, LightLine } from './record-index'

type Named = { readonly [K in Kind]?: readonly string[] }

/** What a record names, by kind; sources are left to the end. */
export function namedBy(kind: Kind, one: Light[Kind]): Named {
  switch (kind) {
    case 'material': {
      const { components, forms } = one as Light['material']
      return { material: components, form: forms }
    }
    case 'instrument':
      return { regime: [(one as Light['instrument']).regime] }
    case 'provision': {
      const { instrument, targets, materials, forms, partyList } = one as LightLine
      const instruments = [instrument, ...targets, ...(partyList === null ? [] : [partyList])]
      return {
        instrument: instruments,
        provision: targets,
        material: materials.filter((key) => key !== CONTROLLED_ITEMS),
        form: forms.filter((key) => key !== ANY_FORM),
      }
    }
    case 'party':
      return { instrument: [(one as Light['party']).instrument] }
    case 'event': {
      const { regimes, instruments } = one as Light['event']
      return { regime: regimes, instrument: instruments }
    }
    case 'claim': {
      const { asserts, tags } = one as Light['claim']
      const keys = (said: string | readonly string[]) => (typeof said === 'string' ? [] : said)
      return {
        instrument: tags,
        material: asserts.flatMap(({ materials }) => keys(materials)),
        form: asserts.flatMap(({ forms }) => keys(forms)),
      }
    }
    case 'indicator':
      return { material: (one as Light['indicator']).materials }
    default:
      return {}
  }
}
