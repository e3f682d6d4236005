/** Where a contest stands: told by its terms and by what was done, never kept beside them. Pure. */

export const stages = [
  ...([
    'prepared',
    'announced',
    'open',
    'checking',
    'panels',
    'judging',
    'ranking',
    'appeal',
    'results',
  ] as const),
  'cancelled',
] as const
export type Stage = (typeof stages)[number]

export interface Terms {
  opensAt: Date
  closesAt: Date
  /** last days */
  judgedUntil: string
  appealUntil: string
}
export interface Course extends Terms {
  announcedAt: Date | null
  codedAt: Date | null
  approvedAt: Date | null
  rankedAt: Date | null
  resultsAt: Date | null
  cancelledAt: Date | null
}

/** The stage at a moment whose legal day is `today`. */
export function stageOf(contest: Course, now: Date, today: string): Stage {
  if (contest.cancelledAt) return 'cancelled'
  if (!contest.announcedAt) return 'prepared'
  if (contest.resultsAt) return 'results'
  if (contest.rankedAt) return 'appeal'
  if (contest.approvedAt) return today > contest.judgedUntil ? 'ranking' : 'judging'
  if (contest.codedAt) return 'panels'
  if (now >= contest.closesAt) return 'checking'
  return now >= contest.opensAt ? 'open' : 'announced'
}

/** True while works are taken: from the opening to the instant of the closing, which is already too late. */
export function takesWorks({ announcedAt, cancelledAt, opensAt, closesAt }: Course, now: Date): boolean {
  return announcedAt !== null && cancelledAt === null && now >= opensAt && now < closesAt
}

/** The first term that contradicts those before it, as a code and its field; null when all follow each other. */
export function contradictionOf(
  { opensAt, closesAt, judgedUntil, appealUntil }: Terms,
  dayOf: (moment: Date) => string,
): { code: string; field: string } | null {
  if (closesAt <= opensAt) return { code: 'contest-closes-early', field: 'closesAt' }
  if (judgedUntil <= dayOf(closesAt)) return { code: 'contest-judged-early', field: 'judgedUntil' }
  if (appealUntil <= judgedUntil) return { code: 'contest-appeal-early', field: 'appealUntil' }
  return null
}
