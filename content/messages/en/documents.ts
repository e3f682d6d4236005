import type { documents as source } from '#content/messages/ru/documents.ts'
import type { Widen } from '#content/messages/widen.ts'

export const documents: Widen<typeof source> = {}
