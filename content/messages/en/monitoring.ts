import type { monitoring as source } from '#content/messages/ru/monitoring.ts'
import type { Widen } from '#content/messages/widen.ts'

export const monitoring: Widen<typeof source> = {}
