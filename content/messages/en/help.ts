import type { help as source } from '#content/messages/ru/help.ts'
import type { Widen } from '#content/messages/widen.ts'

export const help: Widen<typeof source> = {
  manuals: 'Manuals',
  all: 'All help',
  other: 'See also',
  russianOnly: 'This page exists in Russian only.',
}
