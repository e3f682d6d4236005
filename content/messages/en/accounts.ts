import type { accounts as source } from '#content/messages/ru/accounts.ts'
import type { Widen } from '#content/messages/widen.ts'

export const accounts: Widen<typeof source> = {}
