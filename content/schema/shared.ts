/** Small parts that the schemas share. */
import { z } from 'zod'

export const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code of lower-case latin letters, digits and hyphens')
export const text = z.string().trim().min(1)
export const day = z.iso.date()
export const words = z.strictObject({ ru: text, en: text })
export const whole = z.int().min(0)
export const positive = z.int().min(1)
export const tierCode = z.enum(['federal', 'regional', 'municipal', 'institutional'])
export const scopeKind = z.enum(['region', 'municipality', 'organisation', 'direction', 'self'])
