import type { admin as source } from '#content/messages/ru/admin.ts'
import type { Widen } from '#content/messages/widen.ts'

export const admin: Widen<typeof source> = {}
