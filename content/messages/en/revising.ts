import { countedEn } from '#content/messages/plural.ts'
import type { revising as source } from '#content/messages/ru/revising.ts'
import type { Widen } from '#content/messages/widen.ts'

const proposals = (n: number) => countedEn(n, 'proposal', 'proposals')
const remarks = (n: number) => countedEn(n, 'remark', 'remarks')
const edits = (n: number) => countedEn(n, 'change', 'changes')

export const revising: Widen<typeof source> = {
  suggestions: {
    title: 'Put proposals into the text',
    lead: (n) =>
      `Accepted proposals with words of their own become the text of version ${n}. Formatting and numbers of the rest stay.`,
    link: (n) => `Put into the text: ${proposals(n)}`,
    linkNone: 'Proposals in the text',
    ready: 'Can be put in',
    choose: (n) => `Put in proposal No. ${n}`,
    choosePart: (n) => `Put in a part of proposal No. ${n}`,
    words: 'Words that go into the text',
    wordsHint: 'The proposal is accepted in part: leave only what is accepted.',
    submit: 'Put in the marked ones',
    submitText: 'All marked proposals go in at once. If one of them cannot, the text stays as it is.',
    meets: {
      clash: (n) => `Contradicts No. ${n}: the same words are changed differently. Only one can go in.`,
      near: (n) => `No. ${n} changes words beside these. Both can go in together.`,
      same: (n) => `No. ${n} proposes the same. They go in together or apart.`,
    },
    undecided: 'no decision yet',
    other: (n) => `Proposal No. ${n}`,
    cannot: 'To be made by hand',
    cannotText:
      'The place of these proposals in the new text has changed. They cannot be put in automatically.',
    editor: 'Open the editor',
    applied: 'Already in the text',
    back: 'Put the old words back',
    backOf: (n) => `Put the old words back instead of proposal No. ${n}`,
    empty: 'Nothing to put in',
    emptyText: 'Proposals with words of their own that are accepted in full or in part will appear here.',
    toProcessing: 'To the answers',
    toPublish: 'To publication',
    conflicts: 'Other proposals to these words',
  },
  flags: {
    title: 'What stays open',
    lead: 'The version can be published so, but look at this first. Every reader will see the explanations.',
    clear: 'Each change answers a remark, what was promised is done, every remark has its answer.',
    unexplained: (n) => `${edits(n)} without a remark`,
    unexplainedText: 'No accepted remark asked for these changes.',
    unexplainedSeen: 'These changes are intended',
    promises: 'Promised changes',
    promisesText: 'Mark the remarks this version answers: readers will see them beside the change.',
    states: {
      applied: 'put in from the proposal',
      changed: 'the place was changed',
      same: 'the place is as it was',
      lost: 'put in, changed since',
    },
    unkeptReason: 'Why the promised changes are not made',
    unkeptHint: 'Needed when unmarked remarks are left whose place has not changed.',
    unanswered: (n) => `${remarks(n)} without a decision`,
    unansweredText: 'Until there is a decision, the authors do not know whether their words count.',
    unansweredReason: 'Why the version comes out before the answers',
    toRemarks: 'Answer them',
    more: (n) => `and ${n} more`,
    inserted: 'added',
    deleted: 'deleted',
    edited: 'changed',
    moved: 'moved',
    same: 'unchanged',
  },
  readyAnswers: {
    title: 'Ready answers',
    lead: 'Wordings of your organisation. Any answer can begin with one.',
    text: 'A new ready answer',
    textHint: 'For example, a reference to a norm that has to be repeated.',
    add: 'Add',
    retire: 'Take off the list',
    retireOf: (text) => `Take off the list: ${text}`,
    used: (n) => `${countedEn(n, 'decision', 'decisions')} began with it`,
    unused: 'Not used yet',
    empty: 'No ready answers yet',
    emptyText: 'Add the first: it will be offered on the page of a decision.',
  },
  published: {
    unanswered: (n) => `Published while ${remarks(n)} had no decision`,
    unkept: (n) => `Not all promised changes are made, left: ${n}`,
    unexplained: (n) => `Made without a remark: ${edits(n)}`,
  },
}
