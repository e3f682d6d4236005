import { countedEn } from '#content/messages/plural.ts'
import type { ui as source } from '#content/messages/ru/ui.ts'
import type { Widen } from '#content/messages/widen.ts'

export const ui: Widen<typeof source> = {
  required: 'required',
  optional: 'optional',
  formErrors: 'Please check:',
  close: 'Close',
  cancel: 'Cancel',
  more: (n) => `${n} more`,
  less: 'show less',
  filters: (chosen) => (chosen === 0 ? 'Filters' : `Filters: ${chosen} set`),
  previous: 'Back',
  next: 'Next',
  pages: 'Pages of the list',
  breadcrumbs: 'You are here',
  sections: 'Sections of the page',
  copyLink: 'Copy the link',
  copied: 'Link copied',
  showTable: 'Show the numbers as a table',
  name: 'Name',
  loading: 'Loading…',
  done: 'done',
  current: 'now',
  ahead: 'ahead',
  notices: { info: 'Note', success: 'Done', warn: 'Attention', error: 'It did not work' },
  bytes: (n) => countedEn(n, 'byte', 'bytes'),
  units: { kB: 'kB', MB: 'MB', GB: 'GB' },
  of: (value, total) => `${value} of ${total}`,
  dismiss: 'Dismiss the message',
  hiddenName: 'data hidden',
  flash: {
    saved: 'Changes saved.',
    sent: 'Sent.',
    removed: 'Removed.',
    settings: 'Settings applied.',
  },
}
