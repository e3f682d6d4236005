import { countedEn } from '#content/messages/plural.ts'
import type { search as source } from '#content/messages/ru/search.ts'
import type { Widen } from '#content/messages/widen.ts'

export const search: Widen<typeof source> = {
  title: 'Search',
  titleOf: (words) => `Search: ${words}`,
  label: 'What to find',
  hint: 'Words of a draft, a document or a term, an expert’s family name, an organisation',
  send: 'Find',
  found: (n) => countedEn(n, 'match', 'matches'),
  group: {
    experts: 'Experts',
    drafts: 'Drafts',
    paragraphs: 'Text of drafts',
    documents: 'Documents',
    directions: 'Directions',
    terms: 'Glossary',
    organisations: 'Organisations',
    pages: 'Help and pages',
  },
  everything: 'Everything',
  groups: 'Where to search',
  all: (n) => `Show all ${n}`,
  some: (n) => `The first ${n} are shown. Add a word to see the one you need.`,
  like: 'No exact match of the name; similar ones are shown.',
  start: 'Where to start',
  startText: 'Type a word or several: we find what has all of them.',
  short: 'Type at least two letters',
  shortText: 'One letter would find too much. Terms by letter are in the glossary.',
  cut: 'The query is too long. We search by its first words:',
  none: 'Nothing found',
  noneText: 'Check the spelling or leave one main word. Beginnings of words are found too.',
  number: (n) => `No. ${n}`,
}
