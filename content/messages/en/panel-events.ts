import type { panelEvents as source } from '#content/messages/ru/panel-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const panelEvents: Widen<typeof source> = {
  'invitation.accepted': 'an invitation was accepted',
  'invitation.declined': 'an invitation was declined',
  'invitation.expired': 'an invitation expired',
  'panel.cancelled': 'a panel was cancelled',
  'panel.chair-appointed': 'a chair was appointed',
  'panel.convened': 'a panel was convened',
  'panel.file-attached': 'a file was attached for the review',
  'panel.file-detached': 'a file for the review was removed',
  'panel.invited': 'invitations were sent',
  'panel.lot-announced': 'a lot was announced',
  'panel.request-eased': 'request for a panel eased so that a composition is found',
  'panel.request-edited': 'request for a panel edited',
  'panel.person-named': 'person named in the request for a panel',
  'panel.person-unnamed': 'person removed from the request for a panel',
  'panel.requested': 'a panel was asked for',
  'panel.selected': 'a panel was selected',
}
