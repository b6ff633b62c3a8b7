/** What the form says of goods: of each field one text, as it was typed. */
export const PRODUCT_FIELDS = [
  'line',
  'material',
  'form',
  'composition',
  'base',
  'code',
  'unnamed',
  'origin',
  'share',
  'technology',
  'noParty',
  'owner',
  'ownerShare',
  'noOwner',
] as const

/** The form's fields, and those of a request for the same answer. The rest of the question is read as everywhere. */
export const CHECK_FIELDS = [...PRODUCT_FIELDS, 'use', 'party', 'from', 'to', 'on', 'known', 'rev'] as const

export type CheckField = (typeof CHECK_FIELDS)[number]
export type CheckTexts = { readonly [field in CheckField]?: string }

/** Fields that say what the goods are: one way of saying it takes the place of another. */
export const GOODS_FIELDS = [
  'line',
  'material',
  'form',
  'composition',
  'base',
  'code',
  'unnamed',
] as const satisfies CheckField[]
