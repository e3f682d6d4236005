import type { notifications as source } from '#content/messages/ru/notifications.ts'
import type { Widen } from '#content/messages/widen.ts'

export const notifications: Widen<typeof source> = {}
