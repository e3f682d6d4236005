import type { orderProblems as source } from '#content/messages/ru/order-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

export const orderProblems: Widen<typeof source> = {
  'filter-empty': 'Choose experts in the registry first: there is nothing to keep.',
  'filters-most': ({ most }) => `At most ${most} filters are kept. Remove those you do not need.`,
  'bad-day': 'Give the day as YYYY-MM-DD.',
  'order-empty': 'The list of the order is empty.',
  'order-ahead': 'The date of the order is still ahead. Register it once it is signed.',
  'order-before': 'A revocation cannot be earlier than the order itself.',
  'order-exists': 'An order of this organisation with this number and date is already registered.',
  'order-revoked': 'This order is already revoked.',
  'order-over': 'The terms of this order are over: there is nothing to revoke.',
  'issuer-unknown': 'There is no such organisation.',
  'issuer-closed': 'This organisation was not there on the day of the order. Check the date or the issuer.',
  'organisation-many': 'Several organisations are called so. Take the full name or the code.',
  'order-act': 'This does not fit what the order does: choose the other one.',
  'order-revokes': 'A revocation cannot be revoked: register a new order with its list.',
  'line-nobody': ({ line }: Facts) =>
    `Line ${line}: there is no such person. Check the name or give the number; whoever is not here yet has to sign up.`,
  'line-erased': ({ line }: Facts) => `Line ${line}: the data of this person were erased on demand.`,
  'line-no-number': ({ line }: Facts) => `Line ${line}: there is no such number.`,
  'line-many': ({ line, numbers }: Facts) =>
    `Line ${line}: several people have this name (${numbers}). Give the number.`,
  'line-other': ({ line, number }: Facts) => `Line ${line}: №\u00a0${number} is another person.`,
  'line-arrow': ({ line }: Facts) =>
    `Line ${line}: an arrow corrects the record of an earlier order. Choose “the record is corrected”.`,
  'line-corrected': ({ line }: Facts) => `Line ${line}: a family name and a name are needed after the arrow.`,
  'order-line-twice': 'A person stands in the list twice with one direction.',
  'direction-later': ({ line }: Facts) =>
    `Line ${line}: this direction was not there on the day of the order. Check the date, or choose the direction of the former list.`,
  'amend-nothing': ({ line }: Facts) =>
    `Line ${line} does not say what to correct. Write the right name after an arrow, or give the days.`,
  'amend-none': ({ line }: Facts) =>
    `Line ${line}: no earlier order names this person in this direction, so there is nothing to correct.`,
  'order-term': ({ line }: Facts) => `In line ${line} the last day is before the first.`,
  'direction-unknown': ({ line }: Facts) => `Line ${line}: the direction is in no list.`,
  'person-unknown': 'Nobody was found. Check the number or e-mail.',
  'status-overlaps': ({ line }: Facts) =>
    `Line ${line}: there is a status in this direction on these days already.`,
  'resume-none': ({ line }: Facts) => `Line ${line}: the status is not suspended on this day.`,
  'status-none': ({ line }: Facts) => `Line ${line}: there is no status to end.`,
}
