import type { experts as source } from '#content/messages/ru/experts.ts'
import type { Widen } from '#content/messages/widen.ts'

export const experts: Widen<typeof source> = {}
