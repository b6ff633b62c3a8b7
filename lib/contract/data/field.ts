import * as z from 'zod'
import { day } from '../record/fields'

/** A column as Table Schema describes it: the type, and what every value of it keeps to. */
export type Field = {
  readonly name: string
  readonly type: 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly title: string
  readonly constraints: {
    readonly required: boolean
    readonly unique?: true
    readonly enum?: readonly string[]
  }
}

/** A field of a record's own schema as a column: what the schema says of it is said once. */
export function fieldOf(name: string, title: string, schema: z.core.$ZodType): Field {
  const isNull = schema instanceof z.ZodNullable
  const inner = isNull ? schema.unwrap() : schema
  const words = inner instanceof z.ZodEnum ? { enum: inner.options.map(String) } : {}
  const unique = name === 'key' ? { unique: true as const } : {}
  return { name, type: typeOf(inner), title, constraints: { required: !isNull, ...unique, ...words } }
}

function typeOf(schema: z.core.$ZodType): Field['type'] {
  if (schema === day) return 'date'
  if (schema instanceof z.ZodPipe) return typeOf(schema.in)
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'integer' : 'number'
  if (schema instanceof z.ZodArray) return 'array'
  if (schema instanceof z.ZodObject) return 'object'
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return 'string'
  throw new TypeError(`no column holds such a field: ${schema._zod.def.type}`)
}
