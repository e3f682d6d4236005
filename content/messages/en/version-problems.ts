import { countedEn } from '#content/messages/plural.ts'
import type { versionProblems as source } from '#content/messages/ru/version-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

const remarks = (n: unknown) => countedEn(Number(n), 'remark', 'remarks')

export const versionProblems: Widen<typeof source> = {
  'proposals-none': 'Mark at least one proposal.',
  'proposals-conflict': ({ a, b }) =>
    `Proposals No. ${a} and No. ${b} change the same words in different ways. Keep one of them. The text is as it was.`,
  'proposal-undecided': ({ n }) => `Proposal No. ${n} has no decision yet and cannot be put in.`,
  'proposal-applied': ({ n }) => `Proposal No. ${n} is already in this text.`,
  'proposal-gone':
    'These words are no longer in the text. If the change is still needed, make it in the editor.',
  'proposal-doubtful':
    'It is not clear which place is meant: the words occur more than once. Use the editor.',
  'proposal-several': 'The words now stand in several paragraphs. Make the change in the editor.',
  'proposal-changed': 'These words have been changed already. Compare them and use the editor.',
  'proposal-words': ({ n }) => `Proposal No. ${n} is accepted in full: it goes in as its author wrote it.`,
  'proposal-footnote': 'A footnote would be lost with these words. Use the editor. The text is as it was.',
  'proposal-rewritten': 'These words have been changed since. Put the old text back in the editor.',
  'session-ended':
    'You are signed out, so nothing was sent. Sign in again in another tab and send once more: what you wrote stays here.',
  'another-writer':
    'Somebody else is signed in in this browser. These words were typed by another person and are not saved.',
  'picture-type': 'The picture must be PNG or JPEG.',
  'picture-broken': 'The picture is damaged or did not arrive whole. Choose the file again.',
  'picture-sides': ({ side }) => `The picture is too large: a side is over ${side} pixels. Make it smaller.`,
  'picture-unknown':
    'The text shows a picture that is not among the files of this draft. Delete it and insert it with the button “Picture”.',
  'place-certain': 'The place of this remark in the current version is not in doubt.',
  'version-unanswered': ({ n }) =>
    `${remarks(n)} without a decision. Answer them, or say why the version comes out before that.`,
  'version-unkept': ({ n }) =>
    `Promised, but not changed in the text: ${remarks(n)}. Make the change, mark where it is made, or explain.`,
  'version-unexplained': ({ n }) => `Changes that answer no remark: ${n}. Look at them and tick the box.`,
}
