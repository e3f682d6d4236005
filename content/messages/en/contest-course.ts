import { countedEn } from '#content/messages/plural.ts'
import type { contestCourse as source } from '#content/messages/ru/contest-course.ts'
import type { Widen } from '#content/messages/widen.ts'

const works = (n: number) => countedEn(n, 'work', 'works')

export const contestCourse: Widen<typeof source> = {
  title: 'Course of the expertise',
  lead: 'Who answered, whose sheets are in and what each work waits for. Works are known by code.',
  empty: 'No expertise yet',
  emptyText: 'Works appear here when the panels are approved.',
  columns: {
    code: 'Code',
    nomination: 'Nomination',
    answers: 'Accepted',
    sheets: 'Sheets in',
    next: 'Waits for',
    panel: 'Panel',
  },
  of: (done, all) => `${done} of ${all}`,
  next: {
    vacant: 'nobody left to ask',
    answers: 'answers of experts',
    ready: 'opening of sheets',
    sheets: 'expert sheets',
    third: 'a third expert',
    done: 'results',
  },
  totals: 'How many works wait for what',
  totalsUnit: 'Works',
  term: (day) => `Sheets are due by ${day}.`,
  vacant: (n) =>
    `${works(n)} without an expert: the reserve declined, too. Open the panel of the work and ask somebody else.`,
  ready: (n) => `All experts accepted: ${works(n)}.`,
  openAll: 'Open the sheets',
  apart: (n) => `Marks lie further apart than allowed: ${works(n)}. A third expert can be asked.`,
  callAll: 'Ask third experts',
  awaited: (answers, sheets) => `Awaited: ${answers} answers to invitations, ${sheets} expert sheets.`,
  remind: 'Remind everybody',
  done: 'The sheets are in. Results can be drawn.',
  toRanking: 'To the results',
  refused: (code, reason) => `Work ${code}: ${reason}`,
  refusedTitle: 'Left as they were',
  answer: {
    title: (contest) => `Works of the contest “${contest}”`,
    lead: (n, hours) =>
      `You are asked to judge ${works(n)}. Each takes about ${countedEn(hours, 'hour', 'hours')}.`,
    until: (day) => `Answer by ${day}.`,
    sheetsBy: (day) => `Sheets are due by ${day}`,
    which: 'Which works you take',
    whichHint: 'Clear the mark at those you decline.',
    work: (code, nomination) => `Work ${code}, ${nomination}`,
    papers: 'What you sign for each work you accept',
    reason: 'Why you decline',
    reasonHint: 'Needed when at least one work is not marked. The secretary alone sees it.',
    submit: 'Send the answer',
    declineAll: 'To decline all, clear all marks and give the reason.',
    held: (codes) =>
      `The answer was not taken for works: ${codes}. The term is over, or you have a conflict.`,
    mine: 'My works',
    state: {
      waiting: 'awaits your answer',
      late: 'the term of the answer is over',
      accepted: 'you accepted',
      declined: 'you declined',
      later: 'not now',
      expired: 'you did not answer',
      released: 'you are not needed any more',
      left: 'you left',
      sheet: 'fill in the sheet',
      sent: 'the sheet is in',
    },
    fill: 'Fill in the sheet',
    sheet: 'My sheet',
    files: 'The work',
  },
  invitedAs: (contest, n) => `Contest “${contest}”: ${works(n)} await an answer`,
  openAnswers: 'Answer for all at once',
}
