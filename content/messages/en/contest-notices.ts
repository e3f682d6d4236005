import { countedEn } from '#content/messages/plural.ts'
import type { contestNotices as source } from '#content/messages/ru/contest-notices.ts'
import type { Widen } from '#content/messages/widen.ts'

export const contestNotices: Widen<typeof source> = {
  'contest.changed': ({ title }) => `Terms of the contest “${title}” were changed`,
  'contest.cancelled': ({ title }) => `The contest “${title}” was cancelled`,
  'contest.ranked': ({ title }) =>
    `Preliminary results of the contest “${title}” are published. You may appeal`,
  'contest.decided': ({ title }) => `Results of the contest “${title}” are decided`,
  'contest.invited': ({ title, count, until }) =>
    `You are invited to judge ${countedEn(Number(count), 'work', 'works')} of the contest “${title}”. Answer through ${until}`,
  'contest.reminded': ({ title, count }) =>
    `Your sheets of the contest “${title}” are awaited: ${count} left`,
  'work.admitted': ({ title, contest }) => `The work “${title}” is admitted to the contest “${contest}”`,
  'work.returned': ({ title, contest, until }) =>
    `The work “${title}” was returned to be mended (contest “${contest}”). Hand it in again through ${until}`,
  'work.rejected': ({ title, contest }) => `The work “${title}” is not admitted to the contest “${contest}”`,
  'work.appeal-answered': ({ title }) => `Your objection on the work “${title}” was answered`,
}
