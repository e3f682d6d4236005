import type { objectProblems as source } from '#content/messages/ru/object-problems.ts'

export const objectProblems: typeof source = {
  'web-address': 'This is not the address of a page. It begins with https:// or http://.',
  'organisation-unknown': 'There is no such organisation. Give its name as its card has it, or its code.',
  'object-files-many': ({ most }) => `${most} files are attached already. Join some of them.`,
  'draft-files': 'The materials of a draft are on its page.',
}
