import type { intakeProblems as source } from '#content/messages/ru/intake-problems.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { Widen } from '#content/messages/widen.ts'

export const intakeProblems: Pick<Messages['problems'], keyof Widen<typeof source>> = {
  'table-none':
    'There is no table in the file. It needs the columns of place, remark, proposal and grounds, in Russian.',
  'table-long': ({ rows }) => `The table has more than ${rows} rows. Divide it.`,
  'table-cell-long': ({ row, most }) => `Row ${row} of the table has a cell of more than ${most} characters.`,
  'table-type': 'A table is taken as DOCX or XLSX. Open the file and save it in one of these formats.',
  'table-columns':
    'The columns of place and remark or proposal were not found, or nothing stands below them.',
  'table-many': ({ most }) => `No more than ${most} remarks at once. Divide the table.`,
  'intake-empty': 'Enter at least one remark, or a table.',
  'intake-person':
    'There is nobody with this number and this family name. Check the number or leave it empty.',
  'intake-before': 'A letter cannot be received before it was signed.',
  'intake-ahead': 'The day of receipt is still ahead.',
  'intake-wording': 'Only the text of a named point can be replaced, not that of the whole document.',
  'intake-place': 'No place is chosen. Make the point more exact or choose from the list.',
  'intake-twice': ({ first, last }) =>
    `This seems to be entered already: remarks ${first}–${last}. If it is another paper, tick the box and save.`,
  'intake-undone': 'This paper is already taken back.',
  'intake-decided': ({ n }) => `There are decisions on remarks of this paper (${n}). Reopen them first.`,
  'remark-from-paper': 'This remark was recorded from a paper. If the record is wrong, tell the organiser.',
  'objection-open': 'You have already said so; there is no answer yet.',
  'objection-late': ({ days }) => `More than ${days} days since the summary: the record stays as it is.`,
  'objection-answered': 'This was answered already.',
  'objection-same': 'The record is as before. Correct it, or choose to keep it.',
  'inner-ended': 'The closed discussion is over, nothing changes in it any more.',
  'inner-lost': 'The open discussion is over and the position was not signed: it cannot be filed any more.',
  'dissent-covered':
    'A moderator covered your dissenting opinion. Correct it or appeal in your cabinet, “Checks of my words”.',
  'inner-copy': 'The text of a closed discussion repeats the open draft and is not changed here.',
  'inner-closed': 'This draft is discussed behind closed doors already.',
  'inner-open': 'The draft is open to everybody, nobody needs an invitation.',
  'inner-late': 'The open discussion ends earlier. Choose a day before its end.',
  'inner-exists': 'The organisation discusses this draft already. Finish that discussion first.',
  'inner-remarks': 'Choose remarks of the closed stage on which the item stands.',
  'inner-empty': 'The position is empty. Make at least one item.',
  'outcome-entered':
    'The outcome is entered. A mistake is put right by another entry that says what was wrong.',
  'outcome-none': 'There is no outcome yet.',
  'outcome-early':
    'The discussion is not over. The outcome is entered when the days of remarks have passed or the summary is out; on the page of stages the discussion can be called off.',
  'outcome-day': 'The day lies between the publication of the draft and today.',
  'outcome-link': 'A link begins with https:// or http://.',
  'outcome-same': 'The text of the file is that of the last version. Leave the file out.',
  'note-unpublished': 'The note is made of a published summary.',
}
