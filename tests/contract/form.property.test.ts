import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import { controlsOf } from '@/lib/contract/edit/form/control'
import { figureText, readFigure, readShare, shareText } from '@/lib/contract/edit/form/figure'
import { WIDGETS, type Widgets } from '@/lib/contract/edit/form/kinds'
import { postedBy } from '@/lib/contract/edit/form/posted'
import { readForm } from '@/lib/contract/edit/form/reading'
import type { Widget } from '@/lib/contract/edit/form/widget'
import { KINDS } from '@/lib/ledger/change'

/** Few signs, and those that the writing of lists is built on: what breaks it must come up often. */
const aText = fc
  .string({ unit: fc.constantFrom('a', 'é', '法', '\\', '\n', ' ', ',', '0'), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && text !== '')
const aFigure = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
const aShare = fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true })
const aCode = fc.stringMatching(/^(\d{6}|\d{8}|\d{10})$/)
const aCountry = fc.constantFrom('US', 'JP', 'MY', 'EU')

function orNull(arbitrary: fc.Arbitrary<unknown>, isAllowed: boolean): fc.Arbitrary<unknown> {
  return isAllowed ? fc.option(arbitrary) : arbitrary
}

/** Anything that a field may hold once its record is right. */
function anything(widget: Widget): fc.Arbitrary<unknown> {
  switch (widget.as) {
    case 'yes-no':
      return fc.boolean()
    case 'number':
      return orNull(aFigure, widget.orNone)
    case 'share':
      return orNull(aShare, widget.orNone)
    case 'choice':
      return orNull(fc.constantFrom(...widget.words), widget.orNone)
    case 'codes':
      return fc.array(aCode, { maxLength: 3 })
    case 'texts':
      return fc.array(aText, { maxLength: 3 })
    case 'ticked':
    case 'picked': {
      const one = widget.names === 'country' || widget.names === 'jurisdiction' ? aCountry : aText
      return orNull(fc.array(one, { minLength: widget.orNone ? 1 : 0, maxLength: 3 }), widget.orNone)
    }
    case 'every-or':
      return fc.oneof(
        fc.constantFrom(...widget.words),
        fc.array(widget.names === 'country' ? aCountry : aText, { minLength: 1, maxLength: 3 }),
      )
    case 'group':
      return anyFields(widget.fields)
    case 'rows':
      return fc.array(anyFields(widget.fields), { maxLength: 3 })
    default:
      return orNull(widget.names === 'jurisdiction' ? aCountry : aText, widget.orNone)
  }
}

function anyFields(fields: Widgets): fc.Arbitrary<{ [name: string]: unknown }> {
  const optional = new Set(
    Object.keys(fields).filter(
      (name) => 'optional' in (fields[name] ?? {}) && (fields[name] as { optional: boolean }).optional,
    ),
  )
  const model = Object.fromEntries(Object.entries(fields).map(([name, widget]) => [name, anything(widget)]))
  return fc.record(model, {
    requiredKeys: Object.keys(model).filter((name) => !optional.has(name)),
    noNullPrototype: true,
  })
}

for (const kind of KINDS) {
  test.prop([anyFields(WIDGETS[kind]), fc.nat({ max: 3 })])(
    `the form of any ${kind} posts the record that it was opened with`,
    (printed, spare) => {
      expect(readForm(kind, postedBy(controlsOf(kind, printed, spare)))).toEqual(printed)
    },
  )
}

const aPosted = fc.tuple(
  fc.constantFrom(
    'lastDay',
    'forms',
    'sources.row',
    'sources.0.source',
    'sources.0.clause.gloss',
    'deMinimis',
    'conditions',
    'nothing',
  ),
  fc.oneof(fc.constantFrom('', '0', ' 7 ', 'yes', 'no', '\\', 'a\r\nb'), fc.string()),
)

test.prop([fc.array(aPosted, { maxLength: 12 })])(
  'whatever is posted is read as a record that its own form posts again',
  (posted) => {
    const read = readForm('provision', posted)

    expect(readForm('provision', postedBy(controlsOf('provision', read)))).toEqual(read)
  },
)

test.prop([aFigure])('a number is typed as it is read', (value) => {
  expect(readFigure(figureText(value))).toBe(value)
})

test.prop([aShare])('a share in percent is the same share', (value) => {
  expect(readShare(shareText(value))).toBe(value)
})
