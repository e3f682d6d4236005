import type { sheetTemplate as source } from '#content/messages/ru/sheet-template.ts'
import type { Widen } from '#content/messages/widen.ts'

export const sheetTemplate: Widen<typeof source> = {
  weight: 'Weight',
  weightHint: 'A whole number from 1. The larger it is, the more the criterion counts.',
  reasoned: 'When a reason is obligatory',
  reasons: { none: 'Never', always: 'Always', below: 'With a low mark' },
  below: 'Obligatory with a mark below',
  belowHint: 'A mark of the scale: its first line is 0.',
  evidence: 'May point at a passage of the document',
  evidenceHint: 'The expert names the unit of the version that the mark rests on.',
  notApplicable: 'The criterion may not apply',
  quorum: 'Quorum for closing, per cent of the sheets',
  quorumHint: 'With so many sheets the secretary may close after the term.',
  difference: 'Difference of marks, points',
  differenceHint: 'When marks differ by more, one more expert or a consensus round is called.',
  named: 'Members see names in a consensus round',
  namedHint:
    'Otherwise they see marks and reasons without names; the chair and the secretary always see names.',
  save: 'Save',
  publishHint:
    'A published version does not change. Panels whose sheets are open keep theirs; new ones get this one.',
  versions: 'Versions',
  versionsLead: 'Each panel works with the version that was the newest when it was asked for.',
  version: 'Version',
  versionOf: (n: number) => `Version ${n}`,
  when: 'Published',
  draft: 'in preparation',
  hash: 'Hash',
}
