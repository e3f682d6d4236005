/**
 * What the schema of a form says of its fields: which of them hold words of a person.
 *
 * A browser sends names and values and never says what a field was, and a single Latin word looks like a code. The
 * schema knows: text is words, unless it is an id, a day or marked as carried by the page. Pure.
 */
import type { z } from 'zod'
import { isCarried } from '#app/domain/typed.ts'

type Schema = z.core.$ZodType & { def?: unknown }
type Def = {
  type: string
  shape: Record<string, Schema>
  element: Schema
  valueType: Schema
  innerType: Schema
  options: readonly Schema[]
  left: Schema
  right: Schema
  in: Schema
  out: Schema
  format?: string
  checks?: readonly { _zod: { def: { format?: string } } }[]
}

const textFormats = new Set<string | undefined>([undefined, 'email', 'url'])

/** Whether a field of this name holds words: true or false as the schema has it, undefined where it names no such field. */
export function holdsWords(schemas: readonly Schema[], name: string): boolean | undefined {
  const path = name.replace(/\[\d*\]/g, '').split('.')
  return either(schemas.map((schema) => asked(schema, path)))
}

function asked(schema: Schema, path: readonly string[]): boolean | undefined {
  const def = schema._zod.def as unknown as Def
  if (isCarried(schema)) return false
  const [first = '', ...rest] = path
  switch (def.type) {
    case 'object': {
      const inner = Object.hasOwn(def.shape, first) ? def.shape[first] : undefined
      return inner && asked(inner, rest)
    }
    case 'array':
      return asked(def.element, path)
    case 'record':
      return asked(def.valueType, rest)
    case 'union':
      return either(def.options.map((one) => asked(one, path)))
    case 'intersection':
      return either([asked(def.left, path), asked(def.right, path)])
    case 'pipe':
      return asked((def.in._zod.def.type as string) === 'transform' ? def.out : def.in, path)
    case 'string':
      return path.length === 0 && isText(def)
    case 'unknown':
      return true
    default:
      return def.innerType ? asked(def.innerType, path) : false
  }
}

/** A name that several forms know holds words as soon as one of them says so. */
function either(said: readonly (boolean | undefined)[]): boolean | undefined {
  return said.includes(true) || (said.includes(false) ? false : undefined)
}

function isText({ format, checks = [] }: Def): boolean {
  return [format, ...checks.map((check) => check._zod.def.format)].every((one) => textFormats.has(one))
}
