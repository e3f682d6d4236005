/** The heads of texts: pages of the site, drafts of documents. */
import { z } from 'zod'
import { code, positive, text, whole } from './shared.ts'

export const pageSchema = z.strictObject({
  title: text,
  slug: code,
  description: text,
  order: whole.optional(),
  role: code.optional(),
  version: text.optional(),
})
export const draftSchema = z.strictObject({
  title: text,
  slug: code,
  kind: code,
  developer: code,
  version: positive,
  ground: text,
  note: text,
  contact: text.optional(),
  directions: z.array(code).default([]),
  language: z.enum(['ru', 'en']).default('ru'),
})
