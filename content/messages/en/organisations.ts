import type { organisations as source } from '#content/messages/ru/organisations.ts'
import type { Widen } from '#content/messages/widen.ts'

export const organisations: Widen<typeof source> = {}
