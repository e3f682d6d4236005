/** The ranking as it would be now: scores, places, severity and agreement of the whole batch. Nothing is written. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { agreementOf } from '#app/domain/panels/agreement/agreement.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import { nominationsOf } from '#app/domain/panels/contests/facts.server.ts'
import { coursesOf } from '#app/domain/panels/contests/running/course.server.ts'
import { type Fraction, printed } from '#app/domain/panels/fractions.ts'
import { neededOf } from '#app/domain/panels/sheets/quorum.ts'
import type { Answer, Form } from '#app/domain/questionnaires/forms.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { content } from '#content/load.ts'
import { contestAppealMarks, contestAppeals, submissions } from '#db/schema/index.ts'
import { marksOf, type WorkMarks } from './marks.server.ts'
import { placed } from './placing.ts'
import type { CriterionAgreement, PublishedBody, PublishedScore } from './published.ts'
import { scored } from './scoring.ts'

/** Scores by work, in the order of codes, and what is said of the batch. `missing`: codes under the quorum of sheets. */
export async function reckonedOf(ctx: Pick<Ctx, 'db'>, contest: ContestRow) {
  const { form, works } = await marksOf(ctx, contest)
  const decided = await decidedOf(ctx, contest.id)
  const nominations = await nominationsOf(ctx, contest.id)
  const { rankBy, smallBatch } = content().settings.contests
  const judged = works.map((work) => scored(form, { ...work, decided: decided.get(work.id) ?? {} }))
  const placing = placed(judged, { nominations, by: rankBy, smallBatch })
  const courses = await coursesOf(ctx, contest)
  const { quorum } = sheetRulesOf(form)
  const under = works.filter(({ code, sheets }) => {
    const course = courses.find((one) => one.code === code)
    return sheets.length < neededOf(Math.max(course?.sheets ?? 0, course?.size ?? 0, 1), quorum)
  })
  const unsent = courses.reduce((sum, { closed, sheets, sent }) => sum + (closed ? 0 : sheets - sent), 0)
  const body: PublishedBody = {
    ...{ by: placing.by, silence: placing.silence, leniency: placing.leniency },
    agreement: agreementIn(form, works, contest.number),
    missing: under.map(({ code }) => code),
    works: works.length,
  }
  const scores = placing.works.map((work, at) => {
    const { id = '', sheets = [] } = works[at] ?? {}
    const score: PublishedScore = {
      ...{
        score: told(work.score),
        median: told(work.median),
        least: told(work.least),
        most: told(work.most),
      },
      ...{ adjusted: told(work.adjusted), adjustedPlace: work.adjustedPlace, range: work.range },
      sheets: work.sheets.map((one, at) => ({ score: told(one.score), sha256: sheets[at]?.sha256 ?? '' })),
      decided: decided.get(id) ?? {},
    }
    const { code, nominationId, place, award } = work
    return { id, code, nominationId, place, award, score }
  })
  return { form, body, scores, unsent, courses }
}

const told = (value: Fraction | null) => (value ? printed(value) : null)

/** Marks that appeals decided, by work. */
export async function decidedOf(
  ctx: Pick<Ctx, 'db'>,
  contestId: string,
): Promise<Map<string, Record<string, number>>> {
  const rows = await ctx.db
    .select({
      work: contestAppeals.submissionId,
      question: contestAppealMarks.question,
      mark: contestAppealMarks.mark,
    })
    .from(contestAppealMarks)
    .innerJoin(contestAppeals, eq(contestAppeals.id, contestAppealMarks.appealId))
    .innerJoin(submissions, eq(submissions.id, contestAppeals.submissionId))
    .where(and(eq(submissions.contestId, contestId), inArray(contestAppeals.upheld, [1])))
    .orderBy(asc(contestAppealMarks.question))
  const found = new Map<string, Record<string, number>>()
  for (const { work, question, mark } of rows) found.set(work, { ...found.get(work), [question]: mark })
  return found
}

/** Agreement by criterion over all works: Krippendorff's alpha of ordered marks with its bootstrap interval. */
function agreementIn(form: Form, works: readonly WorkMarks[], contest: number): CriterionAgreement[] {
  const people = [...new Set(works.flatMap(({ sheets }) => sheets.map(({ person }) => person)))].sort(
    (a, b) => a - b,
  )
  const { agreement } = content().settings.panels
  return form.questions.flatMap(({ code, title, type }): CriterionAgreement[] => {
    if (type !== 'scale') return []
    const marks = works.map(({ sheets }) =>
      people.map((person) => markOf(sheets.find((one) => one.person === person)?.answers ?? [], code)),
    )
    const found = agreementOf(marks, 'ordinal', `contest ${contest} ${code}`, agreement)
    if ('silence' in found) return [{ code, title, alpha: null, low: null, high: null, small: true }]
    const { value, interval, small } = found
    const rounded = (one: number) => Math.round(one * 1000)
    return [
      {
        ...{ code, title, alpha: rounded(value), small },
        low: interval && rounded(interval.low),
        high: interval && rounded(interval.high),
      },
    ]
  })
}

function markOf(answers: readonly Answer[], code: string): number | null {
  const answer = answers.find(({ question }) => question === code)
  return answer && !answer.notApplicable && typeof answer.value === 'number' ? answer.value : null
}
