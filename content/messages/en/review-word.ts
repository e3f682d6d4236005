import { countedEn } from '#content/messages/plural.ts'
import type { reviewWord as source } from '#content/messages/ru/review-word.ts'
import type { Widen } from '#content/messages/widen.ts'

export const reviewWord: Widen<typeof source> = {
  file: {
    head: (title, version) => `${title}. Version ${version}`,
    foot: (address, day) => `${address} (file of ${day}), page`,
  },
  note: {
    head: (title, version) => `${title} (version ${version})`,
    proposed: (sentence) => `Proposed: ${sentence}`,
    gone: (words) => `The words that the remark was about are deleted: “${words}”`,
    doubtful: (words) => `The place in this version is being checked. The words of the remark: “${words}”`,
    decision: (decision, reason) =>
      reason === '' ? `Decision: ${decision}.` : `Decision: ${decision}. ${reason}`,
  },
  erratum: (day, before, after, reason) =>
    `${day}, a misprint was put right: “${before}” should read “${after}”. ${reason}`,
  download: 'Word with remarks',
  title: 'Remarks as a Word file',
  lead: 'Download the version, write in its margin and send the file back. Comments become remarks, corrections in the text become proposals.',
  take: {
    title: 'Download the version',
    withRemarks: 'With remarks in the margin',
    without: 'Without the remarks of others',
    hint: 'Corrections are recorded by themselves: tracking of changes is on in the file.',
  },
  give: 'Send the file back',
  label: 'A DOCX file with your comments and corrections',
  another: 'Another file',
  hint: (megabytes) =>
    `Up to ${megabytes} MB. A file of your own will do if its text is the same. First you see what was recognised.`,
  version: 'Version to compare with',
  versionAuto: 'As the file says',
  check: 'Read the file',
  reading: 'Reading the file…',
  send: 'Send what is ticked',
  read: (name, version) => `The file “${name}” was compared with version ${version}.`,
  found: (n) => `Recognised: ${countedEn(n, 'entry', 'entries')}`,
  foundLead:
    'Check the place and the words. Untick what should not be sent. Nothing is saved before you send it.',
  nothing: 'There are no new remarks in the file',
  nothingText:
    'We looked for comments in the margin and for tracked changes. A change that was not tracked cannot be seen.',
  answer: (n) => `Reply to remark №\u00a0${n}`,
  kind: 'Kind',
  remark: 'Remark',
  show: 'Show in the text',
  inFile: (address) => `in the file: ${address}`,
  moreMissed: (n) => `and ${countedEn(n, 'entry', 'entries')} more`,
  versionOf: (n) => `Version ${n}`,
  kinds: { criticism: 'Remark', question: 'Question', objection: 'Objection', support: 'Support' },
  proposal: 'Proposal',
  by: (author) => `signed in the file: ${author}`,
  near: 'The text around was changed, the place was found by the words beside it. Check it.',
  closed: 'Closed as resolved in Word',
  bodyOfChange: 'A correction in the text of the file.',
  known: (n) =>
    `${countedEn(n, 'comment', 'comments')} of our own file are already in the discussion. They are not sent twice.`,
  missed: (n) => `Not carried over: ${n}`,
  missedLead: 'These entries stay in your file. They can be written by hand right in the text.',
  reasons: {
    place: 'The place is not in this version, or there are several like it',
    empty: 'The comment has no words',
    long: (max) => `More words than one remark can hold (${max} characters)`,
    passage: 'Too much text is marked for one remark',
    changed: 'The text of this place is another one by now, the correction does not fit',
    same: 'The correction changes no words',
    blocks: 'The correction touches several paragraphs at once',
    rewritten: (n) =>
      `The words of remark №\u00a0${n} were changed in the file. A remark of yours can be changed on its page`,
    repeated: (n) => `You have left this remark already: №\u00a0${n}`,
    many: (max, over) =>
      `No more than ${max} are taken at once. Send ${countedEn(over, 'more entry', 'more entries')} with the next file.`,
    answer: (n) => `Remark №\u00a0${n} cannot be replied to`,
  },
  structure: (n) =>
    `${countedEn(n, 'change', 'changes')} of rows, cells of tables or looks. Describe such a proposal in words.`,
  byHand: 'Write by hand',
  pending: (name) =>
    `The file “${name}” that you took the text from still has comments or corrections. Press “Read the file” to offer them to the discussion, or choose another file.`,
}
