/** When each draft of the demonstration was begun and where it stands: days from the day of loading. */
import type { StageKind } from '#app/domain/reviews/course/staging.ts'

export interface StoryPlan {
  /** whose login works for the developer */
  login: string
  process: string
  begun: number
  stages: { kind: StageKind; title: string; first: number; last: number }[]
  /** days on which the remarks to the first version come */
  talk: [number, number]
  answered: number
  /** the day the second version is published */
  second?: number
  summary?: number
}

const notice = (first: number, last: number) => ({
  kind: 'notice' as const,
  title: 'Уведомление',
  first,
  last,
})
const talk = (first: number, last: number, title = 'Обсуждение') => ({
  kind: 'discussion' as const,
  title,
  first,
  last,
})
const work = (first: number, last: number) => ({
  kind: 'processing' as const,
  title: 'Работа с предложениями',
  first,
  last,
})
const summary = (first: number, last: number) => ({
  kind: 'summary' as const,
  title: 'Сводка и новая редакция',
  first,
  last,
})

const plans: Record<string, StoryPlan> = {
  concept: {
    login: 'institute',
    process: 'public-discussion',
    begun: -45,
    stages: [
      notice(-44, -41),
      talk(-40, -17, 'Обсуждение первой редакции'),
      work(-16, -6),
      talk(-5, 16, 'Обсуждение второй редакции'),
      work(17, 26),
      summary(27, 29),
    ],
    talk: [-40, -18],
    answered: -10,
    second: -6,
  },
  'vpr-recheck-guidelines': {
    login: 'institute',
    process: 'public-discussion',
    begun: -3,
    stages: [notice(-2, 2), talk(3, 23), work(24, 33), summary(34, 36)],
    talk: [0, 0],
    answered: 0,
  },
  'objectivity-method': {
    login: 'institute',
    process: 'public-discussion',
    begun: -12,
    stages: [notice(-11, -9), talk(-8, 12), work(13, 22), summary(23, 25)],
    talk: [-8, -1],
    answered: -1,
  },
  'information-systems-regulation': {
    login: 'operator',
    process: 'expertise',
    begun: -11,
    stages: [
      { ...notice(-10, -4), title: 'Уведомление и отбор группы' },
      { kind: 'expertise', title: 'Экспертиза', first: -3, last: 10 },
      { ...work(11, 17), title: 'Работа с заключением' },
      { ...summary(18, 20), title: 'Итоги' },
    ],
    talk: [0, 0],
    answered: 0,
  },
  'programmes-contest': {
    login: 'organizer',
    process: 'public-discussion',
    begun: -36,
    stages: [notice(-35, -33), talk(-32, -6), work(-5, 4), summary(5, 7)],
    talk: [-31, -8],
    answered: -3,
  },
  'registry-procedure': {
    login: 'operator',
    process: 'public-discussion',
    begun: -70,
    stages: [notice(-69, -67), talk(-66, -46), work(-45, -36), summary(-35, -33)],
    talk: [-65, -47],
    answered: -40,
    summary: -34,
  },
}

/** The plan of a draft by its address, if the demonstration tells its story. */
export function planOf(slug: string): StoryPlan | undefined {
  return plans[slug]
}
