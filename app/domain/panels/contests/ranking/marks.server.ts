/**
 * Marks of all works of a contest that are in, read in a few statements however many works there are. Second marks of
 * closed rounds stand in the place of the first; what an appeal decided stands beside them.
 */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { roundsOutcome } from '#app/domain/panels/rounds/facts.server.ts'
import { revised } from '#app/domain/panels/rounds/second-marks.ts'
import { valueIn, valueText } from '#app/domain/questionnaires/answering.server.ts'
import { shownIn } from '#app/domain/questionnaires/conditions.ts'
import type { Answer, Form } from '#app/domain/questionnaires/forms.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { answers, panels, people, rounds, seats, sheets, submissions } from '#db/schema/index.ts'

export interface WorkSheet {
  sheetId: string
  person: number
  sha256: string
  answers: Answer[]
}
export interface WorkMarks {
  id: string
  number: number
  code: string
  nominationId: string
  panelId: string | null
  panelNumber: number | null
  sheets: WorkSheet[]
}
type Asked = { id: string; questionnaireVersionId: string }

/** Works with a code, in the order of codes, with the sheets that were sent. `only`: of one work. */
export async function marksOf(
  ctx: Pick<Ctx, 'db'>,
  contest: Asked,
  only?: string,
): Promise<{ form: Form; works: WorkMarks[] }> {
  const { form } = await formOf(ctx, contest.questionnaireVersionId)
  const own = and(
    ...[eq(submissions.contestId, contest.id), isNotNull(submissions.code)],
    only ? eq(submissions.id, only) : undefined,
  )
  const rows = await ctx.db
    .select({
      ...{ id: submissions.id, number: submissions.number, code: submissions.code },
      ...{ nominationId: submissions.nominationId, panelId: panels.id, panelNumber: panels.number },
    })
    .from(submissions)
    .leftJoin(panels, and(eq(panels.submissionId, submissions.id), isNull(panels.cancelledAt)))
    .where(own)
    .orderBy(asc(submissions.code))
  const sent = await sentSheets(
    ctx,
    rows.flatMap(({ panelId }) => (panelId ? [panelId] : [])),
  )
  const said = await answersBy(
    ctx,
    sent.map(({ responseId }) => responseId),
  )
  const second = await secondMarks(ctx, contest.id)
  const works = rows.map(({ code, ...row }) => ({
    ...row,
    code: code ?? '',
    sheets: sent
      .filter(({ panelId }) => panelId === row.panelId)
      .map(({ sheetId, responseId, person, sha256 }) => ({
        ...{ sheetId, person, sha256: sha256 ?? '' },
        answers: asked(form, said.get(responseId) ?? [], second.get(sheetId)),
      })),
  }))
  return { form, works }
}

function sentSheets(ctx: Pick<Ctx, 'db'>, panelIds: readonly string[]) {
  return ctx.db
    .select({
      ...{ sheetId: sheets.id, panelId: sheets.panelId, responseId: sheets.responseId },
      ...{ sha256: sheets.sha256, person: people.number },
    })
    .from(sheets)
    .innerJoin(seats, and(eq(seats.id, sheets.seatId), isNull(seats.leftAt)))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(and(inArray(sheets.panelId, [...panelIds]), isNotNull(sheets.sentAt)))
    .orderBy(asc(seats.rank))
}

async function answersBy(ctx: Pick<Ctx, 'db'>, responseIds: readonly string[]) {
  const { responseId, question, reason, notApplicable, anchorId } = answers
  const rows = await ctx.db
    .select({ responseId, question, value: valueText, reason, notApplicable, anchorId })
    .from(answers)
    .where(inArray(responseId, [...responseIds]))
    .orderBy(asc(question))
  const found = new Map<string, Answer[]>()
  for (const { responseId, value, ...row } of rows)
    found.set(responseId, [...(found.get(responseId) ?? []), { ...row, value: valueIn(value) }])
  return found
}

type Second = Awaited<ReturnType<typeof roundsOutcome>>['bySheet']

/** Few works go through a round: only theirs are looked for. */
async function secondMarks(ctx: Pick<Ctx, 'db'>, contestId: string): Promise<Second> {
  const held = await ctx.db
    .selectDistinct({ panelId: rounds.panelId })
    .from(rounds)
    .innerJoin(panels, eq(panels.id, rounds.panelId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .where(and(eq(submissions.contestId, contestId), isNotNull(rounds.closedAt)))
  const all: Second = new Map()
  for (const { panelId } of held)
    for (const [sheetId, marks] of (await roundsOutcome(ctx, panelId)).bySheet) all.set(sheetId, marks)
  return all
}

/** What was asked, with second marks in the place of the first. */
function asked(form: Form, said: Answer[], second: ReturnType<Second['get']>): Answer[] {
  const shown = shownIn(form, new Map(said.map(({ question, value }) => [question, value])))
  const answers = said.filter(({ question }) => shown.has(question))
  return second ? revised({ answers, second }) : answers
}
