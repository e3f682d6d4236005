import type { conclusionNotices as source } from '#content/messages/ru/conclusion-notices.ts'

type Facts = Readonly<Record<string, string | number>>

/** What people are told on a conclusion; `day` prints a day. */
export const conclusionNotices: typeof source = (day) => ({
  'conclusion.to-agree': ({ title, until }: Facts) =>
    `Agree with the text of the conclusion by ${day(until)}: “${title}”`,
  'conclusion.agree-soon': ({ title, until }: Facts) =>
    `Your answer to the text of the conclusion is awaited by ${day(until)}: “${title}”`,
  'conclusion.changed': ({ title }: Facts) =>
    `The text of the conclusion went back to be reworded: “${title}”`,
  'conclusion.agreed': ({ title }: Facts) => `Everybody answered, the conclusion can be signed: “${title}”`,
  'conclusion.term-over': ({ title }: Facts) => `The term of agreement is over: “${title}”`,
  'conclusion.to-sign': ({ title }: Facts) => `Sign the expert conclusion: “${title}”`,
  'conclusion.deputy': ({ title }: Facts) => `You act for the chair of the panel: “${title}”`,
  'conclusion.conflict': ({ title }: Facts) => `A conflict of interest was found before signing: “${title}”`,
  'conclusion.revoked': ({ number, title }: Facts) => `Conclusion No. ${number} on “${title}” was revoked`,
  'work-paper.revoked': ({ title }: Facts) => `A certificate of your work was revoked: “${title}”`,
  'work-paper.given': ({ title }: Facts) => `A certificate of your work is ready: “${title}”`,
})
