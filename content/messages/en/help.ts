import type { help as source } from '#content/messages/ru/help.ts'
import type { Widen } from '#content/messages/widen.ts'

export const help: Widen<typeof source> = {
  manuals: 'Manuals',
  guest: 'Guest',
  russianOnly: 'This page exists in Russian only.',
}
