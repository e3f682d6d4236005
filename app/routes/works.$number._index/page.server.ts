/** The page of a work: its organisation types and hands it in here, the organiser reads and checks it. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { appealOf } from '#app/domain/panels/contests/checking.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { workFiles } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

export async function workPage({ ctx, params, t, services }: Args) {
  const mine = acting(ctx)
  const { work, contest, organisation, nomination, facts } = await workByNumber(mine, numberOf(params.number))
  const may = (rule: keyof typeof workRules) => workRules[rule](mine.actor, facts) === null
  const { settings } = services.content
  const files = await workFiles(mine, work.id)
  const own = may('read')
  return {
    title: work.title || t.contests.work.untitled,
    ...{ number: work.number, organisation, nomination, state: work.state, stage: facts.stage },
    ...{ name: work.title, summary: work.summary, authors: work.authors, sentAt: work.sentAt },
    ...{ checkReason: work.checkReason, mendUntil: work.mendUntil, closesAt: contest.closesAt, own },
    contest: { number: contest.number, title: contest.title, ranked: contest.rankedAt !== null },
    files: files.map(({ id, name, size, mediaType, sha256 }) => ({ id, name, size, mediaType, sha256 })),
    limits: { files: settings.contests.filesMost, megabytes: settings.uploads.maxMegabytes },
    ...{
      mayChange: may('change'),
      maySend: may('send'),
      mayWithdraw: may('withdraw'),
      mayCheck: may('check'),
    },
    judged: own && contest.rankedAt !== null && work.code !== null,
    ...(await appeals(mine, work.id)),
    ...{ mayAppeal: may('appealCheck') || may('appealResult') },
    mayAnswer: may('answerCheck') || may('answerResult'),
    writer: mine.actor.number,
  }
}

async function appeals(ctx: ActingCtx, submissionId: string) {
  const of = async (kind: 'check' | 'result') => {
    const appeal = await appealOf(ctx, submissionId, kind)
    return (
      appeal && {
        kind,
        words: appeal.words,
        upheld: appeal.upheld,
        answer: appeal.answer,
        at: appeal.answeredAt,
      }
    )
  }
  return { appeals: [await of('check'), await of('result')].filter((one) => one !== null) }
}
