import fc from 'fast-check'

/** A schema as the document of the API writes it. */
export type Schema = { readonly [keyword: string]: unknown }

/** Looks up what a `$ref` of the document points to. */
export type Pointed = (ref: string) => Schema

/** So deep a schema is followed; what is deeper is left empty. */
const DEEPEST = 6

/** Values that a schema lets pass, as JSON. Keywords that only tighten a text a little are left to chance. */
export function valuesOf(schema: Schema, pointed: Pointed, depth = 0): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return fc.constant(null)
  const { $ref, const: only, enum: words, anyOf, oneOf, type, examples } = schema
  const inner = (one: unknown) => valuesOf(one as Schema, pointed, depth + 1)
  if (typeof $ref === 'string') return inner(pointed($ref))
  if (only !== undefined) return fc.constant(only)
  if (Array.isArray(words)) return fc.constantFrom(...words)
  const choice = anyOf ?? oneOf
  if (Array.isArray(choice)) return fc.oneof(...choice.map(inner))
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => inner({ ...schema, type: one })))
  if (Array.isArray(examples) && depth > 0) {
    return fc.oneof(fc.constantFrom(...examples), valuesOf({ ...schema, examples: undefined }, pointed, depth))
  }
  if (type === 'object') return objectsOf(schema, inner)
  if (type === 'array') return fc.array(inner(schema['items'] ?? {}), { maxLength: 4 })
  if (type === 'integer' || type === 'number') return numbersOf(schema)
  if (type === 'boolean') return fc.boolean()
  return type === 'null' ? fc.constant(null) : textsOf(schema)
}

function objectsOf(schema: Schema, inner: (one: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const properties = Object.entries((schema['properties'] ?? {}) as Schema)
  const required = (schema['required'] ?? []) as string[]
  const model = Object.fromEntries(properties.map(([name, one]) => [name, inner(one)]))
  return fc.record(model, { requiredKeys: required })
}

function numbersOf({ minimum, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const min = Number(minimum ?? (exclusiveMinimum === undefined ? 0 : Number(exclusiveMinimum) + 1))
  return fc.oneof(fc.integer({ min, max: min + 20 }), fc.constantFrom(min, 2 ** 31, 2 ** 53))
}

/** A text of a pattern, a day, or any. */
export function textsOf({ pattern, format, maxLength }: Schema): fc.Arbitrary<string> {
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern), { maxLength: 60 })
  if (format === 'date') {
    const [min, max] = [new Date('2020-10-17'), new Date('2027-06-01')]
    return fc.date({ min, max, noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
  }
  return fc.string({ maxLength: Math.min(Number(maxLength ?? 30), 30) })
}
