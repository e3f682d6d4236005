import type { Messages } from '#content/messages/ru.ts'

const letters = (n: number) => (n === 1 ? '1 character' : `${n} characters`)

export const practiceWriting: Messages['practices']['writing'] = {
  start: 'Describe a practice',
  newTitle: 'New practice',
  newLead:
    'Name the practice and choose where it was made. Its card opens part by part; you may fill it in over several visits.',
  begin: 'Begin the card',
  kind: 'Kind of practice',
  organisation: 'Organisation where the practice was made',
  title: 'Title',
  titleHint: 'Short and to the point: what was done and why.',
  passport: 'Passport of the practice',
  abstract: 'What it is about',
  abstractHint: 'Two or three sentences for the catalogue: whom it helps and how.',
  direction: 'Direction of expert work',
  directionNeeded: 'Required for an expert practice.',
  directionFree: 'Optional for a teaching practice.',
  tier: 'Level',
  subjects: 'School subjects',
  subjectsHint: 'If the practice belongs to no subject, choose none.',
  licence: 'On which conditions others may use the card',
  none: 'Not chosen',
  save: 'Save the passport',
  parts: 'Parts of the card',
  written: (n) => letters(n),
  short: (n, least) => `${letters(n)} of ${least}`,
  empty: 'not begun',
  send: 'Send to be checked',
  sections: { save: 'Save this part', back: 'All parts', least: (n) => `At least ${letters(n)}.` },
  mend: 'What to mend',
  sending: {
    ready: 'The card is complete',
    readyText:
      'An editor checks first that everything is there, then two experts of the registry review it. Until somebody has looked at it you may take it back.',
    lacking: (n) => `Still to fill in before sending: ${n}`,
    fields: {
      title: 'Title',
      abstract: 'What it is about',
      direction: 'Direction of expert work',
      tier: 'Level',
      licence: 'Conditions of use',
    },
    section: (title, n, least) => `Part “${title}”: ${n} of ${letters(least)}`,
  },
  step: {
    recall: {
      title: 'Take the practice back',
      lead: 'The card becomes a draft again; you may go on writing and send it once more.',
    },
    renewal: {
      title: 'Begin a new version',
      lead: 'The new version begins as a copy of the last one. The published one is read until the new one is published.',
    },
    withdrawal: {
      title: 'Withdraw the practice',
      lead: 'The card is hidden at once; its number, title and the reason stay at its address. This cannot be undone.',
    },
    discarding: { title: 'Delete the card', lead: 'A deleted card may be restored within 30 days.' },
    restoration: { title: 'Restore the card', lead: 'The card comes back as it was when it was deleted.' },
  },
  reason: 'Reason',
  reasonHint: 'Everybody who opens the address of the practice reads it.',
}
