/**
 * Certificates of everybody who judged works of a contest: given panel by panel, so that numbers have no gaps wherever it
 * is broken off; then printed as one file in the order of their numbers.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import type { NamedFile } from '#app/domain/documents/merging.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import type { Place } from '#app/domain/panels/contests/ranking/printing.server.ts'
import { giveWorkPapers } from '#app/domain/panels/record/giving.server.ts'
import { workPapersPdf } from '#app/domain/panels/record/printing.server.ts'
import { papersWhere } from '#app/domain/panels/record/reading.server.ts'
import { contestPapers as t } from '#content/messages/ru/contest-papers.ts'
import { engagements, panels, submissions, workPapers } from '#db/schema/index.ts'
import type { Item } from './item.ts'

/** Panels with somebody who worked to the end and has no paper, in the order of codes. */
export async function certificateItems(ctx: ActingCtx, contest: ContestRow): Promise<Item[]> {
  const rows = await ctx.db
    .selectDistinct({ id: panels.id, code: submissions.code })
    .from(engagements)
    .innerJoin(panels, eq(panels.id, engagements.objectId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .leftJoin(
      workPapers,
      and(
        ...[eq(workPapers.panelId, panels.id), eq(workPapers.personId, engagements.personId)],
        isNull(workPapers.revokedAt),
      ),
    )
    .where(and(finishedOf(contest), isNull(workPapers.id)))
    .orderBy(submissions.code)
  return rows.map(({ id, code }) => ({ code: code ?? '', act: (ctx) => giveWorkPapers(ctx, id) }))
}

/** How many papers there will be. */
export async function certificatesCount(ctx: Ctx, contest: ContestRow): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(engagements)
    .innerJoin(panels, eq(panels.id, engagements.objectId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .where(finishedOf(contest))
  return row?.count ?? 0
}

/** All standing papers of the contest as one PDF. */
export async function certificatesFile(
  ctx: ActingCtx,
  contest: ContestRow,
  { siteName, demo, checkPage }: Place,
  step: () => Promise<void>,
): Promise<NamedFile> {
  const own = ctx.db
    .select({ id: panels.id })
    .from(panels)
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .where(eq(submissions.contestId, contest.id))
  const papers = await papersWhere(ctx, inArray(workPapers.panelId, own))
  const checkAddress = checkPage('').replace(/\/$/, '')
  const bytes = await workPapersPdf(papers, { checkAddress, siteName, demo }, step)
  return { name: `${t.files.certificates} ${contest.number}.pdf`, bytes }
}

const finishedOf = ({ id }: ContestRow) =>
  and(
    ...[eq(engagements.kind, 'panel'), eq(engagements.outcome, 'finished')],
    ...[eq(submissions.contestId, id), isNull(panels.cancelledAt)],
  )
