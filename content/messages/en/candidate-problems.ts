import type { candidateProblems as source } from '#content/messages/ru/candidate-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

const of = ({ number, name }: Facts) => `No.\u00a0${number}, ${name}: `

export const candidateProblems: Widen<typeof source> = {
  'own-result': 'Somebody else enters your own result, consent and statement.',
  'ground-name': 'The name is needed: the place of work is not shown without it.',
  'ground-document': 'The normative base has no such document.',
  'closed-fields': 'Choose at least one field.',
  'closed-reason': 'Write the reason in more words: the person sees it.',
  'closed-nobody': 'There is no such entry in the registry. Check the number.',
  'own-request': 'Somebody else answers your own request.',
  'term-needed': ({ days }: Facts) =>
    `This role is given for a term: name the last day, within ${days} days.`,
  'term-most': ({ days }: Facts) => `The term is too long: ${days} days at most.`,
  'list-municipality': 'This direction needs an act of a municipal authority: choose the municipality.',
  'list-body': 'The register has no acting organisation that agrees or issues orders in this direction.',
  'list-registered': 'The order of this list is entered: the list is closed.',
  'list-discarded': 'The list was put aside more than 30 days ago and cannot be taken back.',
  'list-empty': 'Nobody is in the list yet.',
  'list-blocked': ({ count }) => `The list has people who cannot be in it: ${count}. Their rows say why.`,
  'list-not-yours': 'Only those who act for this organisation may agree for it.',
  'list-not-sent': 'The list is not being agreed on now. Reload the page.',
  'list-agreed': 'This organisation has agreed already.',
  'list-not-ready':
    'An order is entered once its list is agreed on, which is not so now: go back to the list.',
  'list-issuer': ({ body }) => `In this direction the list is approved by ${body}.`,
  'list-agreed-mark': ({ body }) => `The order needs the mark of agreement: ${body}.`,
  'list-effect': 'The order does something else than the list foresees. Choose the same as in the list.',
  'list-act-missing': ({ body }) =>
    `The second act, of ${body}, is not entered. Enter its number and day on the page of the list first.`,
  'list-act-later': ({ body }) =>
    `The status would begin before the second act (${body}). Give a first day that is not earlier.`,
  'list-act-stranger': 'Another organisation issues the second act of this list.',
  'list-another':
    'The order has a line that the agreed list does not have. Restore the list or agree on a new one.',
  'list-missing': (facts) => `${of(facts)}is in the agreed list and not in the order.`,
  'candidate-entrepreneur': (facts) => `${of(facts)}is an individual entrepreneur and cannot be an expert.`,
  'candidate-undeclared': (facts) => `${of(facts)}has not said whether they are an individual entrepreneur.`,
  'candidate-withdrawn': (facts) =>
    `${of(facts)}the consent to processing is withdrawn. Without it nobody can be in the order.`,
  'candidate-no-consent': (facts) => `${of(facts)}there is no consent to processing.`,
  'candidate-has-status': (facts) =>
    `${of(facts)}has a status on these days. To prolong it choose “adds to the list”.`,
  'candidate-not-assessed': (facts) => `${of(facts)}there is no result of the assessment.`,
  'candidate-not-passed': (facts) =>
    `${of(facts)}the assessment is not passed: strictly more than ${facts.percent}\u00a0% is needed, exactly ${facts.percent}\u00a0% is not enough.`,
  'candidate-assess-again': (facts) => `${of(facts)}the result is older than the direction allows.`,
  'candidate-twice': ({ line }) => `Line ${line}: this person is named above.`,
  'candidate-listed': ({ line }) => `Line ${line}: this person is in the list already.`,
  'line-entrepreneur': ({ line }) => `Line ${line}: an individual entrepreneur cannot be in the list.`,
  'renewal-municipality':
    'In this direction each municipality has its own list. Choose people of one municipality.',
  'row-none': 'Paste at least one row.',
  'row-person': ({ line }) => `Line ${line}: there is no name or number.`,
  'row-points': ({ line }) =>
    `Line ${line}: whole points, the most points and the day are needed, or all three are left empty.`,
  'row-day': ({ line }) => `Line ${line}: a day is written as 20.02.2026.`,
  'row-entrepreneur': ({ line }) => `Line ${line}: say “yes” or “no” of being an entrepreneur.`,
  'points-whole': 'Points are whole.',
  'points-maximum': 'The most points are one or more.',
  'points-over': 'More than can be earned.',
  'day-ahead': 'This day has not come yet.',
  'line-day-ahead': ({ line }) => `Line ${line}: the day has not come yet.`,
  'consent-older': 'The consent was withdrawn after this paper was signed. A new consent is needed.',
  'line-consent-older': ({ line }) =>
    `Line ${line}: the consent was withdrawn after this paper was signed. A new consent is needed.`,
  'consent-own':
    'There is no paper consent. What was given on the site only the person withdraws, in the cabinet.',
  'result-no-consent': 'The consent of the person comes first: nobody is assessed without it.',
  'line-result-no-consent': ({ line }) =>
    `Line ${line}: the consent comes first, nobody is assessed without it.`,
  'result-none': 'There is no result to take back.',
  'attempts-over': ({ most }) => `There are no more attempts in this direction: ${most}.`,
  'line-attempts-over': ({ line, most }) => `Line ${line}: no more attempts in this direction: ${most}.`,
}
