import type { moderation as source } from '#content/messages/ru/moderation.ts'
import type { Widen } from '#content/messages/widen.ts'

export const moderation: Widen<typeof source> = {}
