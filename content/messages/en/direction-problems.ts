import type { directionProblems as source } from '#content/messages/ru/direction-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

export const directionProblems: Widen<typeof source> = {
  'directions-twice': 'The list already has a direction with this short title.',
  'directions-body': ({ name }: Facts) => `The directory has no organisation “${name}”.`,
  'directions-discarded': 'The time in which the list could be taken back is over.',
  'directions-overtaken':
    'Another list was published since this one was begun. Begin a new one: it goes on with the last one published.',
  'directions-empty': 'The list has no direction.',
  'directions-no-document': 'Say which document approves the list.',
  'directions-document-hidden': 'Not everybody sees the card of the document yet. Publish it.',
  'directions-no-day': 'Say the first day in force.',
  'directions-before': 'The first day must be after the first day of the former list.',
  'directions-before-document': 'The first day is before the date of the document that approves the list.',
  'directions-not-sure': 'Tick the box to say that the list is checked.',
}
