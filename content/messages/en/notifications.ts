import type { notifications as source } from '#content/messages/ru/notifications.ts'
import type { Widen } from '#content/messages/widen.ts'

export const notifications: Widen<typeof source> = {
  title: 'Notifications',
  lead: 'What happened to your documents, remarks, invitations and roles.',
  empty: 'All is quiet',
  emptyText:
    'Answers to your remarks, invitations to panels and news of the documents you follow will appear here.',
  unread: 'new',
  readAll: 'Mark all as read',
  older: 'Earlier',
  mail: 'Letters go to your e-mail once it is confirmed. You can switch them off on the page of a document.',
  general: 'There is news in a matter of yours',
  kinds: {
    'grant.given': () => 'You were given a role. Its sections are in your cabinet',
    'deputy.appointed': ({ from, until }) => `You stand in for a colleague from ${from} to ${until}`,
  },
}
