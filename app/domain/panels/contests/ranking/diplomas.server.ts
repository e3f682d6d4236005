/** Diplomas of a contest: one's own as it is asked for, all of them in one archive. */
import { eq, sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { longDay } from '#app/domain/documents/fields.ts'
import { type NamedFile, zipFiles } from '#app/domain/documents/merging.ts'
import { type ContestRow, workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestPapers as t } from '#content/messages/ru/contest-papers.ts'
import { contestDiplomas } from '#db/schema/index.ts'
import { type All, finished, opened, type Place, reckoned, type Work } from './printing.server.ts'

/** How many diplomas a contest has. */
export async function diplomasCount(ctx: Ctx, contest: ContestRow): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(contestDiplomas)
    .where(eq(contestDiplomas.contestId, contest.id))
  return row?.count ?? 0
}

/** Every diploma in one archive; `step` is told before each. */
export async function diplomasFile(
  ctx: ActingCtx,
  contest: ContestRow,
  place: Place,
  step: () => Promise<void>,
): Promise<NamedFile> {
  const all = await reckoned(ctx, contest.number)
  const files: NamedFile[] = []
  for (const work of all.works) {
    if (!work.diploma) continue
    await step()
    files.push(await diplomaOf(all, work, place))
  }
  return { name: `${t.files.diplomas} ${contest.number}.zip`, bytes: zipFiles(files) }
}

/** The diploma of an own work. */
export async function ownDiploma(ctx: ActingCtx, number: number, place: Place): Promise<NamedFile> {
  const { work, contest, facts } = await workByNumber(ctx, number)
  authorize(workRules.read, ctx.actor, facts)
  const all = await reckoned(ctx, contest.number)
  return diplomaOf(all, found(all.works.find((one) => one.number === work.number)), place)
}

async function diplomaOf({ contest, organisation, nominations, order }: All, work: Work, place: Place) {
  const { diploma, award } = work
  if (!diploma || !order || award === 'none') throw new Problem('not-found')
  const write = opened('pdf', t.diploma, t.diplomaOf(contest.title), place)
  write.letterhead(organisation, [])
  write.heading(
    'H1',
    `${t.diploma} ${t.diplomaAward[award]} ${t.diplomaNumber(diploma.number, contest.number)}`,
  )
  write.paragraph(t.diplomaOf(contest.title))
  write.paragraph(t.nomination(nominations.find(({ id }) => id === work.nominationId)?.title ?? ''))
  write.paragraph(t.awarded)
  write.strong(work.organisation)
  write.paragraph(t.work(work.title))
  if (work.authors) write.paragraph(t.authors(work.authors))
  write.strong(t.place(work.place ?? 0))
  write.paragraph(t.ground(order.number, longDay(order.day)))
  write.paragraph(t.head2)
  write.code(place.checkPage(diploma.code), { alt: t.checkAlt, beside: [...t.check, diploma.code] })
  const name = `${t.files.diploma} ${contest.number}-${diploma.number}.pdf`
  return { name, bytes: await finished(write, t.diploma, place) }
}
