import type { Messages } from '#content/messages/ru.ts'
import { practiceCard } from './practice-card.ts'
import { practiceWriting } from './practice-writing.ts'

const practices_ = (n: number) => (n === 1 ? '1 practice' : `${n} practices`)

export const practices: Messages['practices'] = {
  title: 'Successful practices',
  lead: 'Experience of experts, schools and municipalities in assessing the quality of education. Two experts of the registry looked at each card.',
  filters: 'Filters of practices',
  search: 'Words of the title or abstract',
  facets: {
    kind: 'Kind',
    direction: 'Direction of expert work',
    tier: 'Level',
    subject: 'School subject',
    municipality: 'Municipality',
    organisation: 'Organisation',
    licence: 'Conditions of use',
  },
  sort: 'Order',
  sorts: { newest: 'Newest first', title: 'By title' },
  show: 'Show',
  reset: 'Clear filters',
  found: (n) => `${practices_(n)} found`,
  all: (n) => `${practices_(n)} in all`,
  emptyTitle: 'There are no such practices',
  emptyText: 'Remove some of the conditions or change the words.',
  nothingTitle: 'No practices yet',
  nothingText: 'The first card appears here once two experts have looked at it.',
  published: (day) => `published on ${day}`,
  version: (n) => `version ${n}`,
  home: { title: 'New practices', all: 'All practices' },
  author: {
    title: 'Authorship of a practice',
    question: 'Are you an author of this practice?',
    answers: {
      confirmed: 'Yes, I am, and I agree to be named in its card',
      declined: 'No, I am not',
    },
    leads: {
      asked: 'You were named as a co-author. Your name appears in the card only once you confirm it.',
      confirmed:
        'You confirmed it, and your name stands in the card. You may take the consent back: the name leaves every page at once, the practice stays.',
      withdrawn: 'You took the consent back, and your name is hidden. You may give it again.',
    },
    submits: { asked: 'Answer', confirmed: 'Take the consent back', withdrawn: 'Give the consent again' },
    links: { asked: 'Confirm authorship', confirmed: 'My authorship', withdrawn: 'My authorship' },
  },
  card: practiceCard,
  writing: practiceWriting,
  steps: {
    standing: (state, version) => `Version ${version}: ${state}`,
    planned: (day) => `It will be published on ${day} by itself.`,
    edit: 'Go on writing',
    recall: 'Take it back',
    renewal: 'Begin a new version',
    withdrawal: 'Withdraw',
    discarding: 'Delete',
    restoration: 'Restore',
  },
}
