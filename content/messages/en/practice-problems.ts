import type { practiceProblems as source } from '#content/messages/ru/practice-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const practiceProblems: Widen<typeof source> = {
  'practice-state': 'Not now: the card is at another stage. Reload the page.',
  'practice-withdrawn': 'The practice was withdrawn.',
  'practice-discarded': 'The card was thrown away. Restore it first.',
  'practice-published': 'A published practice is not thrown away; it can be withdrawn.',
  'practice-gone': 'More than 30 days have passed; the card cannot be restored.',
  'practice-own': 'Your own practice is checked by another editor.',
  'practice-incomplete': 'The card is not complete. What is missing is said below.',
  'practice-reviews': 'It can be published once all reviews are in.',
  'practice-reviewer':
    'This expert cannot be asked: an author, a colleague or a co-author, or not in the registry for this direction.',
  'practice-asked': 'Enough experts were asked. Release one to ask another.',
  'practice-review-over': 'The review is not needed any more: this version was decided on.',
  'practice-review-answered': 'You have already answered.',
  'practice-review-unaccepted': 'Agree to review the practice first.',
  'practice-review-sent': 'The review was sent and does not change any more.',
  'practice-author-unknown': 'Nobody here has this number. Ask your co-author to sign up.',
  'practice-author-twice': 'This person was asked already.',
  'practice-authors': 'No more authors can be named.',
  'practice-author-last': 'At least one confirmed author must remain.',
  'practice-author-answered': 'You have already answered.',
  'practice-author-state': 'Confirm the authorship first.',
}
