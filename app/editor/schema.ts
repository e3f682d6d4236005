/** The ProseMirror schema of drafts, made once a process. */
import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { draftExtensions } from './extensions.ts'

let kept: Schema | undefined

export function draftSchema(): Schema {
  kept ??= getSchema(draftExtensions())
  return kept
}
