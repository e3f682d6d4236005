import type { panelCancel as source } from '#content/messages/ru/panel-cancel.ts'
import type { Widen } from '#content/messages/widen.ts'

export const panelCancel: Widen<typeof source> = {
  title: 'Cancelling the panel',
  lead: 'Those invited are told that they are not needed. The protocol of selection stays.',
  reason: 'Why the panel is cancelled',
  submit: 'Cancel the panel',
  back: 'Keep it',
}
