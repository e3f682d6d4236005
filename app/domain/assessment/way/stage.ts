/** The stages of an application, in the order of the way. Pure. */
export const stages = [
  'nominated',
  'survey',
  'review',
  'appealed',
  'admitted',
  'failed',
  'passed',
  'listed',
  'ordered',
  'refused',
  'declined',
  'withdrawn',
  'closed',
] as const

export type Stage = (typeof stages)[number]
