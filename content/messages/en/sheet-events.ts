import type { sheetEvents as source } from '#content/messages/ru/sheet-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const sheetEvents: Widen<typeof source> = {
  'sheets.closed': 'sheets closed by the secretary',
  'sheets.prolonged': 'term of the sheets prolonged',
  'sheets.reminded': 'reminded of sheets',
  'round.opened': 'consensus round opened',
  'round.marked': 'second marks sent',
  'round.closed': 'consensus round closed',
  'seat.added': 'a third expert invited',
}
