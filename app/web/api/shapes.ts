/**
 * What every answer of the open interface is made of: an answer is passed through its schema before it leaves, so that a
 * field that is not named cannot leave, and the OpenAPI document is printed from the very same schemas.
 *
 * Days are calendar days of the instance's zone; `lastDay` is the last day on which something holds.
 */
import { z } from 'zod'

/** Schemas with a name of their own in the OpenAPI document. */
export const named = new Map<z.ZodType, string>()

/** Gives the schema its name in the OpenAPI document. */
export function shape<T extends z.ZodType>(id: string, schema: T): T {
  named.set(schema, id)
  return schema
}

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
export const tier = z.enum(['federal', 'regional', 'municipal', 'institutional'])
export const count = z.int().min(0)
export const number = z.int().min(1)
export const names = z.string().array()

export const Named = shape('Named', z.object({ code: z.string(), title: z.string() }))
export const Catalogue = shape(
  'Catalogue',
  z.object({
    title: z.string(),
    passport: z.url(),
    openapi: z.url(),
    licence: z.string(),
    resources: z.object({ path: z.string(), title: z.string() }).array(),
  }),
)

/** A refusal in the shape of RFC 9457. */
export const Refusal = shape(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.object({ parameter: z.string(), code: z.string(), detail: z.string() }).array().optional(),
  }),
)
