/**
 * Feedback to a participant: the marks of the own work by criterion with their reasons, its place, and the median of its
 * nomination. Experts are told by place alone, and their names are taken out of their words.
 */
import { and, eq, inArray } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { medianOf } from '#app/domain/panels/agreement/spread.ts'
import { appealOf } from '#app/domain/panels/contests/checking.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numeric } from '#app/domain/panels/fractions.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { Problem } from '#app/domain/problem.ts'
import type { Answer, Form } from '#app/domain/questionnaires/forms.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestResults, people, submissions } from '#db/schema/index.ts'
import { marksOf, type WorkSheet } from './marks.server.ts'
import { masked } from './masking.ts'
import { type PublishedScore, points } from './published.ts'
import { lastRanking } from './ranking.server.ts'
import { decidedOf } from './reckoned.server.ts'

/** For those who hand in for the organisation; Problem('not-found') before the first ranking. `instead`: of a name. */
export async function feedbackOf(ctx: ActingCtx, number: number, instead: string) {
  const { work, contest, nomination, facts } = await workByNumber(ctx, number)
  authorize(workRules.read, ctx.actor, facts)
  const ranking = await lastRanking(ctx, contest.id)
  if (!ranking || !work.code) throw new Problem('not-found')
  const results = await ctx.db
    .select({ result: contestResults, nominationId: submissions.nominationId })
    .from(contestResults)
    .innerJoin(submissions, eq(submissions.id, contestResults.submissionId))
    .where(and(eq(contestResults.contestId, contest.id), eq(contestResults.round, ranking.round)))
  const beside = results.filter(({ nominationId }) => nominationId === work.nominationId)
  const own = beside.find(({ result }) => result.submissionId === work.id)?.result
  if (!own) throw new Problem('not-found')
  const score = own.score as unknown as PublishedScore
  const { form, works } = await marksOf(ctx, contest, work.id)
  const sheets = anonymous(works[0]?.sheets ?? [])
  const names = await namesOf(ctx, sheets)
  const decided = (await decidedOf(ctx, contest.id)).get(work.id) ?? {}
  const scores = beside.flatMap(
    ({ result }) => points((result.score as unknown as PublishedScore).score) ?? [],
  )
  return {
    ...{ work, contest, nomination, facts, final: contest.resultsAt !== null, round: ranking.round },
    ...{ place: own.place, award: own.award, score: points(score.score), range: score.range },
    scores: score.sheets.map((one) => points(one.score)),
    median: scores.length > 0 ? Math.round(numeric(medianOf(scores)) * 100) / 100 : null,
    among: beside.length,
    appeal: await appealOf(ctx, work.id, 'result'),
    criteria: criteriaIn(form, sheets, decided, (words) => masked(words, names, instead)),
    words: textsIn(form, sheets).map(({ title, said }) => ({
      title,
      said: said.map((words) => masked(words, names, instead)),
    })),
  }
}

/** Sheets in an order that says nothing of who is who. */
function anonymous(sheets: readonly WorkSheet[]): WorkSheet[] {
  return [...sheets].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
}

async function namesOf(ctx: ActingCtx, sheets: readonly WorkSheet[]): Promise<string[]> {
  const numbers = sheets.map(({ person }) => person)
  const rows = await ctx.db.select({ id: people.id }).from(people).where(inArray(people.number, numbers))
  const places = await placesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return places.flatMap(({ name }) => name ?? [])
}

function criteriaIn(
  form: Form,
  sheets: readonly WorkSheet[],
  decided: Readonly<Record<string, number>>,
  mask: (words: string) => string,
) {
  return form.questions.flatMap(({ code, title, type, scale = [], weight = 1 }) => {
    if (type !== 'scale') return []
    const marks = sheets.map(({ answers }, at) => {
      const answer = answerTo(answers, code)
      const mark = answer && !answer.notApplicable && typeof answer.value === 'number' ? answer.value : null
      return {
        expert: at + 1,
        mark,
        word: mark === null ? null : (scale[mark] ?? null),
        reason: mask(answer?.reason ?? ''),
      }
    })
    const known = marks.flatMap(({ mark }) => mark ?? [])
    const median = known.length > 0 ? numeric(medianOf(known)) : null
    return [{ code, title, weight, most: scale.length - 1, marks, median, decided: decided[code] ?? null }]
  })
}

function textsIn(form: Form, sheets: readonly WorkSheet[]) {
  return form.questions.flatMap(({ code, title, type }) => {
    if (type !== 'text') return []
    const said = sheets.flatMap(({ answers }) => {
      const value = answerTo(answers, code)?.value
      return typeof value === 'string' && value.trim() !== '' ? [value] : []
    })
    return said.length > 0 ? [{ title, said }] : []
  })
}

const answerTo = (answers: readonly Answer[], code: string) =>
  answers.find(({ question }) => question === code)
