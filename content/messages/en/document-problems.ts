import type { documentProblems as source } from '#content/messages/ru/document-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const documentProblems: Widen<typeof source> = {
  'document-exists': 'Another document has this code already.',
  'document-foreign': 'You keep the documents of your own organisation: choose it from the suggestions.',
  'document-unknown': 'No document has this code. The code stands in the address of its page.',
  'document-itself': 'A document cannot replace itself.',
  'document-code': 'A code has lower-case Latin letters, digits and hyphens: order-2023-1765.',
  'document-published': 'The document is already published. Changes are a document of their own.',
}
