import type { Citation, Form, Material } from '@/lib/ledger/record'
import { FORM_FAMILIES, GROUPS, MATERIAL_KINDS } from '@/lib/ledger/vocabulary'
import type { FormVersion, MaterialVersion } from '../generated/client'
import { contentsOf, known, knownOrNone, type Versioned } from './cell'

export function materialOf(row: MaterialVersion, sources: readonly Citation[]): Material {
  return {
    ...contentsOf(row),
    kind: known(MATERIAL_KINDS, row.kind, 'kind of a material'),
    group: knownOrNone(GROUPS, row.group, 'group of a material'),
    sources,
  }
}

export function materialRow({ sources, ...material }: Material): Omit<MaterialVersion, keyof Versioned> {
  return {
    ...material,
    components: [...material.components],
    forms: [...material.forms],
    critical: [...material.critical],
    aliases: [...material.aliases],
  }
}

export function formOf(row: FormVersion): Form {
  return { ...contentsOf(row), family: known(FORM_FAMILIES, row.family, 'family of a form') }
}

export function formRow(form: Form): Omit<FormVersion, keyof Versioned> {
  return form
}
