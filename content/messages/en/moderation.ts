import type { moderation as source } from '#content/messages/ru/moderation.ts'
import type { Widen } from '#content/messages/widen.ts'

export const moderation: Widen<typeof source> = {
  hide: 'Hide the remark',
  show: 'Show it again',
  hideTitle: 'Hide the remark',
  hideLead:
    'Nobody but the author and moderators will see the words. A note stands in their place, number and replies stay, and the author is told.',
  showTitle: 'Show the remark again',
  showLead: 'Whoever sees the draft will see the words again.',
  reason: 'Which rule is broken',
  reasonHint: 'The reason is kept with the remark and is not shown to visitors',
  rules: 'Rules of discussion',
}
