import { countedEn } from '#content/messages/plural.ts'
import type { panelConflicts as source } from '#content/messages/ru/panel-conflicts.ts'
import type { Widen } from '#content/messages/widen.ts'

export const conflictKinds: Widen<(typeof source)['kinds']> = {
  author: 'author of the draft or of the request',
  declared: 'declared a conflict of interest',
  recused: 'has stepped back from this panel',
  challenged: 'was taken off this panel by a challenge',
  'same-organisation': 'works for the developer or its kin',
  'unknown-organisation': 'place of work unknown, cannot be checked',
  reciprocal: 'reciprocal expertise',
  'former-employer': 'worked for the developer not long ago',
  nominator: 'tied to the developer by a nomination',
  'same-founder': "of the developer's founder",
  together: 'on a panel with the same expert again',
}

type Fact = Parameters<(typeof source)['facts']['same']>[0]
const place = ({ from, until, organisation }: Fact) =>
  `place of work${from ? ` from ${from}` : ''}${until ? ` to ${until}` : ''}: ${organisation}`

export const panelConflicts: Widen<typeof source> = {
  kinds: conflictKinds,
  facts: {
    draft: () => 'recorded as the author of the draft',
    version: () => 'recorded as the author of a version',
    request: () => 'asked for this panel',
    declared: () => 'said so',
    recused: () => 'stepped back from this panel',
    challenged: () => 'a challenge was upheld',
    unknown: () => 'no present place of work is known',
    same: (fact) => `${place(fact)} (the developer, or who asked for the panel)`,
    successor: (fact) => `${place(fact)} (succession: ${fact.of})`,
    founder: (fact) => `${place(fact)} (founder of ${fact.of})`,
    branch: (fact) => `${place(fact)} (founded by ${fact.of})`,
    sister: (fact) => `${place(fact)} (same founder as ${fact.of})`,
    judged: ({ panel, person, from }) =>
      `an author of this draft (no. ${person}) has sat since ${from} on panel ${panel} over a draft of this expert`,
    nominated: ({ letter, from }) => `nomination ${letter} of ${from}: nominated by the developer`,
    nominating: ({ letter, from }) =>
      `nomination ${letter} of ${from}: the organisation of this expert nominated an author`,
    sat: ({ panel, person }) => `panel ${panel}, with expert no. ${person}`,
  },
  blocks: 'cannot take part',
  warns: 'needs a decision',
  allowed: 'no obstacle',
  foundOn: (day) => `found on ${day}`,
  page: {
    title: 'Conflicts of interest',
    link: (n) => (n === 0 ? 'Conflicts of interest' : `Conflicts of interest: ${n}`),
    lead: 'What is known today about members and reserve, and what it rests on. Seen only by those who select; published nowhere.',
    seats: 'Members and reserve',
    clear: 'no conflicts found',
    nobody: 'Nobody is chosen yet',
    decide: 'No obstacle…',
    decided: (day) => `Decision of ${day}`,
    recall: 'Take the decision back',
    replace: 'Replace from the reserve…',
    release: 'Take off the reserve…',
    excluded: 'Cannot be chosen',
    excludedLead: (n) =>
      `${countedEn(n, 'expert fits', 'experts fit')} the directions but cannot be chosen in any way.`,
    excludedMore: (n) => `${n} more are not shown: find them by number or name in the choice by hand.`,
    columns: { expert: 'Expert', conflict: 'Conflict and its evidence' },
    past: 'What is no more',
    gone: (from, to) => `found on ${from}, not found since ${to}`,
  },
  decision: {
    title: 'The conflict is no obstacle',
    lead: (who) =>
      `${who}: write why this does not stand in the way of a fair expertise. The decision holds while the facts are the same.`,
    ground: 'No obstacle, because',
    submit: 'Save the decision',
  },
  replacement: {
    title: 'Replacement from the reserve',
    lead: (who) =>
      `${who} will leave the panel. The next of the reserve without a conflict takes the seat; once invitations are out, that expert gets one. A sheet that was sent stays.`,
    leadReserve: (who) => `${who} will no longer be in reserve.`,
    submit: 'Replace',
  },
  challenge: {
    title: 'Challenge of a member',
    link: 'Challenge a member',
    lead: 'If you know why a member or somebody in reserve cannot judge fairly, write about it. A reasoned answer will come to you; your words are seen only by those who select.',
    member: 'Whom it is about',
    reason: 'Why this person cannot take part',
    reasonHint:
      'Name facts: where the person worked, what was written, who is related. Nothing can be decided without them.',
    submit: 'Send',
    section: 'Challenges',
    none: 'Nobody was challenged.',
    one: (panel) => `Challenge in panel ${panel}`,
    made: (day) => `Made on ${day}`,
    due: (day) => `answer by ${day}`,
    late: 'the answer is late',
    states: { waiting: 'waits for an answer', upheld: 'upheld', rejected: 'rejected' },
    whom: 'Who is challenged',
    by: 'Who asks',
    said: 'Reason',
    answered: 'Answer',
    answeredOn: (day) => `Answered on ${day}`,
    decide: 'Decision',
    uphold: 'Uphold',
    upholdHint: 'The person leaves the panel, the reserve takes the seat.',
    reject: 'Reject',
    rejectHint: 'The person stays.',
    answer: 'Reasons',
    answerHint: 'Read by whoever made the challenge.',
    submitAnswer: 'Answer',
    left: 'This person is not on the panel any more.',
  },
  recusal: {
    title: 'Stepping back',
    link: 'Step back',
    lead: 'You will leave the panel and the reserve takes your seat. There is no way back into this panel. The reason is seen only by those who select.',
    reason: 'Reason',
    conflict: 'I have a conflict of interest',
    submit: 'Step back',
    by: 'Stepped back',
  },
}
