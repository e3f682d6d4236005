import type { organisationProblems as source } from '#content/messages/ru/organisation-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const organisationProblems: Widen<typeof source> = {
  'organisation-tier': 'Federal and regional organisations are kept by the coordinator and the operator.',
  inn: 'No organisation has such a taxpayer number: check the digits.',
  site: 'This does not look like the address of a site. Example: school1.example.org.',
  'inn-exists': ({ name }) => `“${name}” has this taxpayer number already. Perhaps it is the same one.`,
  'organisation-exists': 'This municipality has an organisation of that name already.',
  'parent-circle': 'An organisation cannot be part of itself or of its own unit.',
  'closing-early': 'It would close before its first day of work.',
  'organisation-units': ({ units }) => `First close its units or give them to another: there are ${units}.`,
  'organisation-duty': 'It holds the duty of coordinator or operator. Name another first.',
  'organisation-ended': 'The organisation does not work on that day.',
  'duty-none': 'The organisation does not hold this duty on that day. Check the day.',
  'duty-overlaps': 'The duty is given already on these days. Choose another day.',
  'succession-self': 'An organisation cannot follow itself.',
  'succession-exists': 'These organisations are linked already.',
  'merge-self': 'This is the same card.',
  'merge-kin': 'One of the two is part of the other: they are no doubles.',
  'merge-inn': 'The cards have different taxpayer numbers: these are different organisations.',
  'merge-twice':
    'Both cards have what there can be only once: the same order, a position in one stage, or a link between them. First remove one.',
  'list-long': ({ most }) => `The list has more than ${most} rows. Divide it.`,
  'import-undecided': ({ rows }) => `First decide who it is: ${rows} rows without a decision.`,
  'import-rejected': ({ rows }) =>
    `Rejected rows: ${rows}. Correct the list and bring it again, or tick that you leave them out.`,
  'import-nothing': 'There is nothing to write: all rows are rejected or left out.',
  'import-changed':
    'While the list lay open, the site has changed. The rows were checked anew: look at them once more.',
  'order-unknown': 'There is no such registered order. Register the order first, then its list.',
  'order-many': 'Several orders have this number. Paste the address of the right one.',
  'import-twice': ({ line, above }) => `Row ${line}: the same person as in row ${above}. Leave one out.`,
  'import-overlaps':
    'Somebody chosen has a status in this direction on these days already. Nothing was written: leave such rows out.',
  'import-cancelled': 'Writing was stopped. Nothing has changed on the site.',
  'import-people-used':
    'It cannot be taken back: others already speak of people of this list. Nothing was changed.',
  'import-used': ({ name }) =>
    `It cannot be taken back: others speak of “${name}” already. Nothing was changed.`,
  'import-since': ({ name }) => `It cannot be taken back: “${name}” was changed since. Nothing was changed.`,
}
