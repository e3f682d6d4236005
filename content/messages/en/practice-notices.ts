import type { practiceNotices as source } from '#content/messages/ru/practice-notices.ts'
import type { Widen } from '#content/messages/widen.ts'

export const practiceNotices: Widen<typeof source> = {
  'practice.author': ({ title }) =>
    `You were named an author of the practice “${title}”. Confirm it or say no`,
  'practice.checked': ({ title }) => `The practice “${title}” was checked and went on to experts`,
  'practice.returned': ({ title }) => `The practice “${title}” was returned to be mended`,
  'practice.refused': ({ title }) => `The practice “${title}” will not be published`,
  'practice.published': ({ title }) => `The practice “${title}” was published`,
  'practice.withdrawn': ({ title }) => `The practice “${title}” was withdrawn`,
  'practice.review': ({ title, until }) => `You are asked to review the practice “${title}” by ${until}`,
  'practice.review-released': ({ title }) => `The review of “${title}” is not needed any more. Thank you!`,
  'practice.review-accepted': ({ title }) => `An expert agreed to review the practice “${title}”`,
  'practice.review-declined': ({ title }) => `An expert declined to review “${title}”. Ask another one`,
  'practice.review-in': ({ title }) => `A review of the practice “${title}” is in`,
}
