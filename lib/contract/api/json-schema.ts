import * as z from 'zod'

/** A schema as JSON Schema (draft 2020-12) writes it. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Schemas by their names, as the document keeps them. */
export type Named = { readonly [name: string]: JsonSchema }

const PREFIX = '#/$defs/'

/**
 * A schema of ours in JSON Schema, and the named ones that it refers to.
 *
 * @param grows whether fields may be added to it later: answers may gain them, so readers must pass over what they do not
 * know; a body may not, so that a misspelt field is told.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  grows: boolean,
): { readonly schema: JsonSchema; readonly named: Named } {
  const {
    $schema: _,
    $defs = {},
    ...whole
  } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (grows && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      // What a text may be is said by its pattern or format; limits of doubles say nothing.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  }) as JsonSchema & { readonly $defs?: Named }
  return {
    schema: pointed(whole),
    named: Object.fromEntries(Object.entries($defs).map(([name, def]) => [name, pointed(def)])),
  }
}

export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

/** A schema with its references to where the document keeps them. */
function pointed(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (keyword, value: unknown) =>
      keyword === '$ref' && typeof value === 'string' ? value.replace(PREFIX, '#/components/schemas/') : value,
    ),
  ) as JsonSchema
}
