/** What lies on the desks of the demonstration: requests of organisations in each state, and reports of readers. */
import { and, eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { nameText } from '#app/domain/moderation/names.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { decideRequest, sendRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { type DeskStories, demoDesk } from '#content/desk-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { discussionRequests, drafts, instance, remarks } from '#db/schema/index.ts'
import { castOf, ctxAt, type DemoCast } from './demo-people.server.ts'

type Story = DeskStories['requests'][number]

/** Tells them once, after the drafts. Without demo data, or when they are told, does nothing. */
export async function seedDesks(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: discussionRequests.id }).from(discussionRequests).limit(1)
  if (!day || told) return
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const cast = await castOf(inside, day)
    const stories = demoDesk()
    for (const story of stories.requests) await tellRequest(inside, day, cast, story)
    for (const story of stories.reports) await tellReport(inside, day, cast, story)
  })
}

async function tellRequest(db: Db, day: string, cast: DemoCast, story: Story): Promise<void> {
  const place = (code: string) => {
    const id = cast.organisationIds.get(code)
    if (!id) throw new RangeError(`the demonstration has no ${code}`)
    return id
  }
  const organisationId = place(story.organisation)
  const asks = { capability: 'request.create', scopeKind: 'organisation' as const, scopeId: organisationId }
  const sender = actingAs(db, cast, story.who, dayAfter(day, story.day))
  const ctx = { ...sender, actor: { ...sender.actor, powers: [asks] } }
  const number = await sendRequest(ctx, {
    ...{ organisationId, developerId: place(story.developer), process: story.process, kind: story.kind },
    ...{ title: story.title, ground: story.ground, explanatoryNote: story.note, questions: story.questions },
    ...{ contact: story.contact, letterNumber: story.letter, letterDay: dayAfter(day, story.letterDay) },
  })
  if (story.decision) await decide(desk(db, day, cast), number, day, story.decision)
}

async function decide(ctx: ActingCtx, number: number, day: string, decision: NonNullable<Story['decision']>) {
  if (decision.kind === 'returned') return decideRequest(ctx, number, decision)
  const [year = 0, month = 0] = day.split('-').map(Number)
  const ahead = year * 12 + month - 1 + decision.month
  const planned = { kind: 'planned' as const, year: Math.floor(ahead / 12), month: (ahead % 12) + 1 }
  await decideRequest(ctx, number, planned)
  if (decision.kind === 'accepted') await decideRequest(ctx, number, { kind: 'accepted' })
}

/** The one who decides, with the powers of the region. */
function desk(db: Db, day: string, cast: DemoCast): ActingCtx {
  const ctx = actingAs(db, cast, 'coordinator', day)
  const powers = ['request.read', 'request.decide'].map((capability) => {
    return { capability, scopeKind: 'region' as const, scopeId: null }
  })
  return { ...ctx, actor: { ...ctx.actor, powers } }
}

async function tellReport(
  db: Db,
  day: string,
  cast: DemoCast,
  { who, draft, remark, reason, words }: DeskStories['reports'][number],
): Promise<void> {
  const [row] = await db
    .select({ id: remarks.id, authorId: remarks.authorId })
    .from(remarks)
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .where(and(eq(drafts.slug, draft), eq(remarks.number, remark)))
  const ctx = actingAs(db, cast, who, day)
  if (!row || row.authorId === ctx.actor.personId) return
  await report(ctx, { ...reviewTexts, name: nameText }, { kind: 'remark', id: row.id }, { reason, words })
}

function actingAs(db: Db, cast: DemoCast, who: string | number, day: string): ActingCtx {
  return ctxAt(db, cast.actor(who, day), new Date(`${day}T07:00:00Z`), content().instance.timezone)
}
