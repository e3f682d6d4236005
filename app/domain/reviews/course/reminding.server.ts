/**
 * Reminding: who takes part is told when a stage has begun, ends soon or has ended; executors when an answer is due.
 *
 * Nothing depends on it: whether a remark is in time is judged by the terms themselves. A run that comes late tells what
 * is still news, and each notice goes out once, however many processes run; a term that moved is told again.
 */
import { and, eq, gte, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { endLapsed, tellInner } from '#app/domain/reviews/inner/lapsing.server.ts'
import { content } from '#content/load.ts'
import {
  decisions,
  discussions,
  drafts,
  remarkAssignments,
  remarks,
  stages,
  termNotices,
} from '#db/schema/index.ts'
import { dayAfter } from './staging.ts'
import { takersOf } from './steps.server.ts'

type Stage = Pick<typeof stages.$inferSelect, 'id' | 'kind' | 'title' | 'firstDay' | 'lastDay'>
type Draft = Pick<typeof drafts.$inferSelect, 'id' | 'slug' | 'title'>
interface TermNotice {
  kind: (typeof termNotices.$inferSelect)['kind']
  /** the day that makes it news; another one after the term has moved */
  day: string
}

/** Sends what is news at this moment; returns how many notices of stages went out. */
export async function tellTerms(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx.now, ctx.zone)
  let sent = 0
  for (const { stage, draft } of await runningStages(ctx, today))
    for (const notice of noticesOf(stage, today)) if (await tellOnce(ctx, stage, draft, notice)) sent += 1
  await endLapsed(ctx)
  await tellExecutors(ctx, today)
  return sent
}

/** What there is to tell of a stage on a day. Pure. */
export function noticesOf(stage: Stage, today: string): TermNotice[] {
  const { stageDays, lateDays } = content().settings.reminders
  const oldest = dayAfter(today, -lateDays)
  if (today > stage.lastDay) return stage.lastDay >= oldest ? [{ kind: 'closed', day: stage.lastDay }] : []
  if (today < stage.firstDay) return []
  const opened: TermNotice[] = stage.firstDay >= oldest ? [{ kind: 'opened', day: stage.firstDay }] : []
  const due = stageDays
    .map((days) => dayAfter(stage.lastDay, -days))
    .filter((day) => day <= today && day > stage.firstDay)
    .sort()
    .at(-1)
  return due ? [...opened, { kind: 'closing', day: due }] : opened
}

async function runningStages(ctx: Ctx, today: string): Promise<{ stage: Stage; draft: Draft }[]> {
  const { lateDays } = content().settings.reminders
  return ctx.db
    .select({
      stage: {
        id: stages.id,
        kind: stages.kind,
        title: stages.title,
        firstDay: stages.firstDay,
        lastDay: stages.lastDay,
      },
      draft: { id: drafts.id, slug: drafts.slug, title: drafts.title },
    })
    .from(stages)
    .innerJoin(discussions, eq(discussions.id, stages.discussionId))
    .innerJoin(drafts, eq(drafts.id, discussions.draftId))
    .where(
      and(
        isNull(discussions.closedAt),
        isNull(discussions.pausedAt),
        isNull(discussions.cancelledAt),
        isNotNull(drafts.publishedAt),
        isNull(drafts.withdrawnAt),
        isNull(drafts.discardedAt),
        lte(stages.firstDay, today),
        gte(stages.lastDay, dayAfter(today, -lateDays)),
      ),
    )
    .orderBy(stages.id)
}

async function tellOnce(ctx: Ctx, stage: Stage, draft: Draft, { kind, day }: TermNotice): Promise<boolean> {
  return atomically(ctx, async (ctx) => {
    const [fresh] = await ctx.db
      .insert(termNotices)
      .values({ stageId: stage.id, kind, day, sentAt: ctx.now })
      .onConflictDoNothing()
      .returning({ day: termNotices.day })
    if (!fresh) return false
    const talks = stage.kind === 'discussion' || stage.kind === 'expertise'
    const people = talks ? await takersOf(ctx, draft.id) : await workersOf(ctx, draft.id)
    await notifyAll(ctx, people, `stage.${kind}`, {
      objectKind: 'term',
      objectId: uuidv7(),
      address: `/drafts/${draft.slug}`,
      facts: { title: draft.title, stage: stage.title, until: stage.lastDay },
    })
    if (kind === 'closing' && stage.kind === 'discussion') await tellInner(ctx, draft.id, stage.lastDay)
    return true
  })
}

/** Who prepares answers: its author and the executors of its remarks. */
async function workersOf(ctx: Ctx, draftId: string): Promise<string[]> {
  const authors = await ctx.db.select({ id: drafts.authorId }).from(drafts).where(eq(drafts.id, draftId))
  const executors = await ctx.db
    .selectDistinct({ id: remarkAssignments.executorId })
    .from(remarkAssignments)
    .innerJoin(remarks, eq(remarks.id, remarkAssignments.remarkId))
    .where(and(eq(remarks.draftId, draftId), isNull(remarkAssignments.endedAt)))
  return [...authors, ...executors].map(({ id }) => id)
}

/** Executors whose answer is due soon or late, once for each assignment. */
async function tellExecutors(ctx: Ctx, today: string): Promise<void> {
  const soon = dayAfter(today, content().settings.reminders.answerDays)
  const decided = ctx.db
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(eq(decisions.remarkId, remarks.id), isNull(decisions.supersededById)))
  const due = await ctx.db
    .select({
      ...{
        id: remarkAssignments.id,
        executorId: remarkAssignments.executorId,
        dueDay: remarkAssignments.dueDay,
      },
      ...{ number: remarks.number, slug: drafts.slug, title: drafts.title },
    })
    .from(remarkAssignments)
    .innerJoin(remarks, eq(remarks.id, remarkAssignments.remarkId))
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .where(
      and(
        isNull(remarkAssignments.endedAt),
        lte(remarkAssignments.dueDay, soon),
        isNull(remarks.withdrawnAt),
        isNull(drafts.withdrawnAt),
        notExists(decided),
      ),
    )
  for (const { id, executorId, dueDay, number, slug, title } of due)
    await notifyAll(ctx, [executorId], 'answer.due', {
      ...{ objectKind: 'assignment', objectId: id, address: `/drafts/${slug}/remarks/${number}` },
      facts: { number, title, until: dueDay ?? today },
    })
}
