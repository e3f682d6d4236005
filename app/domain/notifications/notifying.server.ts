/**
 * The inbox: what happened that concerns a person, with a way to it; and subscriptions to objects.
 *
 * `notify` runs in the command's transaction, so nobody hears of what did not happen. The letter is queued in the same
 * transaction and written by the worker, which knows addresses; the web login does not.
 */
import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { notifications, subscriptions, users } from '#db/schema/index.ts'

export interface Notice {
  objectKind: string
  objectId: string
  /** path on this site where it can be seen or done */
  address: string
  /** numbers, codes and titles that the sentence needs; no names of people */
  facts?: Record<string, string | number>
  /** what the person follows, when that is why; letters can be ended for it alone */
  via?: ObjectRef
}

export interface ObjectRef {
  kind: string
  id: string
}

/** Tells a person; the same kind about the same object is told once. Nobody is told of one's own act. */
export async function notify(ctx: Ctx, personId: string, kind: string, notice: Notice): Promise<void> {
  await notifyAll(ctx, [personId], kind, notice)
}

/** Tells several people at once. */
export async function notifyAll(
  ctx: Ctx,
  personIds: readonly string[],
  kind: string,
  notice: Notice,
): Promise<void> {
  const others = [...new Set(personIds)].sort()
  await notifyEach(
    ctx,
    kind,
    others.map((personId) => ({ personId, notice })),
  )
}

/** Tells each of several people of something of their own. */
export async function notifyEach(
  ctx: Ctx,
  kind: string,
  told: readonly { personId: string; notice: Notice }[],
): Promise<void> {
  const others = told.filter(({ personId }) => personId !== ctx.actor?.personId)
  // In batches: a popular discussion has thousands of subscribers, a statement 65,535 parameters.
  for (let at = 0; at < others.length; at += 1000) {
    const rows = others.slice(at, at + 1000).map(({ personId, notice }) => {
      const { objectKind, objectId, address, facts = {}, via } = notice
      const why = { viaKind: via?.kind ?? null, viaId: via?.id ?? null }
      const about = { kind, objectKind, objectId, address, facts, ...why }
      return { id: uuidv7(), personId, ...about, createdAt: ctx.now }
    })
    const told = await ctx.db
      .insert(notifications)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: notifications.id })
    if (told.length === 0) continue
    const ids = sql.join(
      told.map(({ id }) => sql`${id}::uuid`),
      sql`, `,
    )
    await ctx.db.execute(sql`select enqueue_work('notice', told) from unnest(array[${ids}]) as told`)
  }
}

/** Who follows the object by an own choice. */
export async function followersOf(ctx: Pick<Ctx, 'db'>, object: ObjectRef): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: subscriptions.personId })
    .from(subscriptions)
    .where(and(about(object), eq(subscriptions.muted, false)))
  return rows.map(({ personId }) => personId)
}

/** These people without those who left the object's thread. */
export async function withoutMuted(
  ctx: Pick<Ctx, 'db'>,
  object: ObjectRef,
  people: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: subscriptions.personId })
    .from(subscriptions)
    .where(and(about(object), eq(subscriptions.muted, true)))
  return people.filter((id) => !rows.some(({ personId }) => personId === id))
}

function about({ kind, id }: ObjectRef) {
  return and(eq(subscriptions.objectKind, kind), eq(subscriptions.objectId, id))
}

/** Follows an object; with `byMail` false only in the inbox. Again, it changes the choice. */
export async function subscribe(
  ctx: Ctx,
  personId: string,
  object: ObjectRef,
  byMail?: boolean,
): Promise<void> {
  const values = {
    personId,
    objectKind: object.kind,
    objectId: object.id,
    byMail: byMail ?? true,
    createdAt: ctx.now,
  }
  const insert = ctx.db.insert(subscriptions).values(values)
  const target = [subscriptions.personId, subscriptions.objectKind, subscriptions.objectId]
  // Following again by an act (a second remark) must not switch letters on that were switched off.
  await (byMail === undefined
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({ target, set: { byMail, muted: false } }))
}

/** Stops following. The mark stays: who wrote in a thread would be in it again by that alone. */
export async function unsubscribe(ctx: ActingCtx, object: ObjectRef): Promise<void> {
  const { personId } = ctx.actor
  await ctx.db
    .insert(subscriptions)
    .values({ personId, objectKind: object.kind, objectId: object.id, muted: true, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [subscriptions.personId, subscriptions.objectKind, subscriptions.objectId],
      set: { muted: true },
    })
}

/** How the actor follows the object, or null. */
export async function subscriptionOf(
  ctx: ActingCtx,
  object: ObjectRef,
): Promise<{ byMail: boolean; muted: boolean } | null> {
  const [row] = await ctx.db
    .select({ byMail: subscriptions.byMail, muted: subscriptions.muted })
    .from(subscriptions)
    .where(followed(ctx, object))
  return row ?? null
}

function followed(ctx: ActingCtx, object: ObjectRef) {
  const { personId, objectKind, objectId } = subscriptions
  return and(eq(personId, ctx.actor.personId), eq(objectKind, object.kind), eq(objectId, object.id))
}

/** A page of the actor's inbox, newest first; `before` is the id of the last one shown. */
export async function inboxOf(ctx: ActingCtx, before?: string, limit = 30) {
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(
      and(eq(notifications.personId, ctx.actor.personId), before ? lt(notifications.id, before) : undefined),
    )
    .orderBy(desc(notifications.id))
    .limit(limit + 1)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return { rows: rows.slice(0, limit), ...(next ? { next } : {}) }
}

/** How many the actor has not read. */
export async function unreadCount(ctx: ActingCtx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(notifications)
    .where(and(eq(notifications.personId, ctx.actor.personId), isNull(notifications.readAt)))
  return row?.n ?? 0
}

/** Marks as read: these, or all. Others' are out of reach. */
export async function markRead(ctx: ActingCtx, ids?: readonly string[]): Promise<void> {
  await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notifications.personId, ctx.actor.personId),
        isNull(notifications.readAt),
        ids ? inArray(notifications.id, [...ids]) : undefined,
      ),
    )
}

/** The language of letters of a person, for whoever writes to them; Russian for those who never signed in. */
export async function localeOfPerson(ctx: Pick<Ctx, 'db'>, personId: string): Promise<'ru' | 'en'> {
  const [row] = await ctx.db.select({ locale: users.locale }).from(users).where(eq(users.personId, personId))
  return row?.locale ?? 'ru'
}

/** Where a notification of the actor leads; it is read from now on. */
export async function openNotice(ctx: ActingCtx, id: string): Promise<string> {
  const own = and(eq(notifications.id, id), eq(notifications.personId, ctx.actor.personId))
  const notice = found((await ctx.db.select().from(notifications).where(own))[0])
  await markRead(ctx, [id])
  return notice.address
}
