import type { questionnaires as source } from '#content/messages/ru/questionnaires.ts'
import type { Widen } from '#content/messages/widen.ts'

export const questionnaires: Widen<typeof source> = {}
