import type { panels as source } from '#content/messages/ru/panels.ts'
import type { Widen } from '#content/messages/widen.ts'

export const panels: Widen<typeof source> = {}
