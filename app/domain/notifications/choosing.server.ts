/** What to be told by letter and how: a person's own choices, topic by topic. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import type { MailWay } from '#content/types.ts'
import { mailChoices, subscriptions } from '#db/schema/index.ts'

/** The choices a person made, by topic. */
export async function choicesOf(db: Ctx['db'], personId: string): Promise<Map<string, MailWay>> {
  const rows = await db.select().from(mailChoices).where(eq(mailChoices.personId, personId))
  return new Map(rows.map(({ topic, way }) => [topic, way]))
}

/** Keeps the choices; topics that are unknown, or cannot be ended, keep to what content allows. */
export async function chooseLetters(ctx: ActingCtx, ways: Readonly<Record<string, MailWay>>): Promise<void> {
  await atomically(ctx, async (ctx) => {
    for (const { code, leave } of content().notifications.topics) {
      const way = ways[code]
      if (way && (leave || way !== 'never')) await chooseWay(ctx, ctx.actor.personId, code, way)
    }
    await record(ctx, 'mail.chosen', { kind: 'person', id: ctx.actor.personId })
  })
}

/** One topic's way, for whoever may say so. */
export async function chooseWay(ctx: Ctx, personId: string, topic: string, way: MailWay): Promise<void> {
  await ctx.db
    .insert(mailChoices)
    .values({ personId, topic, way, changedAt: ctx.now })
    .onConflictDoUpdate({
      target: [mailChoices.personId, mailChoices.topic],
      set: { way, changedAt: ctx.now },
    })
}

/** What the actor follows, newest first. */
export async function followedBy(ctx: ActingCtx) {
  return ctx.db
    .select({ kind: subscriptions.objectKind, id: subscriptions.objectId, byMail: subscriptions.byMail })
    .from(subscriptions)
    .where(and(eq(subscriptions.personId, ctx.actor.personId), eq(subscriptions.muted, false)))
    .orderBy(desc(subscriptions.createdAt), sql`${subscriptions.objectId}`)
    .limit(200)
}
