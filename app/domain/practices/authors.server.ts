/**
 * Authors: who begins a card is one; others are asked by their public number and confirm it themselves. A name is shown
 * only of who did, and not after they took it back; the card stays, it is the organisation's.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { people, practiceAuthors, practices, users } from '#db/schema/index.ts'
import { endAuthorship, recordAuthorship } from './authorship.server.ts'
import { lockPractice, practiceByNumber } from './facts.server.ts'
import { authorRules, practiceRules } from './rules.ts'

/**
 * Asks the person with this public number to confirm being an author. Problems at `person`: unknown or without a sign-in,
 * too many, asked already. Who declined is not asked twice.
 */
export async function askAuthor(ctx: ActingCtx, number: number, person: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    const [known] = await ctx.db
      .select({ id: people.id })
      .from(people)
      .innerJoin(users, eq(users.personId, people.id))
      .where(and(eq(people.number, person), sql`${people.mergedIntoId} is null`))
    if (!known) throw new Problem('practice-author-unknown', {}, 'person')
    const rows = await authorsOf(ctx, practice.id)
    const { most } = content().practices.authors
    if (rows.length >= most) throw new Problem('practice-authors', { most }, 'person')
    if (rows.some(({ personId }) => personId === known.id))
      throw new Problem('practice-author-twice', {}, 'person')
    const position = Math.max(0, ...rows.map((row) => row.position)) + 1
    const asked = { practiceId: practice.id, personId: known.id, position }
    await ctx.db.insert(practiceAuthors).values({ ...asked, askedById: ctx.actor.personId, askedAt: ctx.now })
    await record(ctx, 'practice.author-asked', { kind: 'practice', id: practice.id }, { person })
    await notify(ctx, known.id, 'practice.author', {
      ...{ objectKind: 'practice', objectId: practice.id, address: `/practices/${number}/author` },
      facts: { title: version.title },
    })
  })
}

/** Takes an author out of a card that is being written, whatever they answered; nobody is without an author. */
export async function removeAuthor(ctx: ActingCtx, number: number, personId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    const rows = await authorsOf(ctx, practice.id)
    found(rows.find((row) => row.personId === personId))
    const left = rows.filter((row) => row.personId !== personId && row.answer === 'confirmed')
    if (left.length === 0) throw new Problem('practice-author-last')
    await ctx.db
      .delete(practiceAuthors)
      .where(and(eq(practiceAuthors.practiceId, practice.id), eq(practiceAuthors.personId, personId)))
    await record(ctx, 'practice.author-removed', { kind: 'practice', id: practice.id })
  })
}

/** The actor confirms being an author and agrees to be named, or says no. */
export async function answerAuthor(
  ctx: ActingCtx,
  number: number,
  answer: 'confirmed' | 'declined',
): Promise<void> {
  await change(ctx, number, 'answer', answer)
}

/** The actor takes the consent to be named back: the name leaves every page at once. */
export async function withdrawAuthor(ctx: ActingCtx, number: number): Promise<void> {
  await change(ctx, number, 'withdraw', 'withdrawn')
}

/** Gives it again. */
export async function restoreAuthor(ctx: ActingCtx, number: number): Promise<void> {
  await change(ctx, number, 'restore', 'confirmed')
}

async function change(
  ctx: ActingCtx,
  number: number,
  rule: keyof typeof authorRules,
  answer: 'confirmed' | 'declined' | 'withdrawn',
) {
  await atomically(ctx, async (ctx) => {
    const { practice } = await lockPractice(ctx, number)
    const own = (await authorsOf(ctx, practice.id)).find(({ personId }) => personId === ctx.actor.personId)
    authorize(authorRules[rule], ctx.actor, found(own))
    await ctx.db
      .update(practiceAuthors)
      .set({ answer, answeredAt: ctx.now })
      .where(
        and(eq(practiceAuthors.practiceId, practice.id), eq(practiceAuthors.personId, ctx.actor.personId)),
      )
    if (answer === 'confirmed') await recordAuthorship(ctx, practice.id, ctx.actor.personId)
    else await endAuthorship(ctx, practice.id, ctx.actor.personId)
    await record(ctx, `practice.author-${answer}`, { kind: 'practice', id: practice.id })
  })
}

/** What the actor was asked about, and what they answered. Problem('not-found') for who was not asked. */
export async function ownAuthorship(ctx: ActingCtx, number: number) {
  const { practice, version, organisation } = await practiceByNumber(ctx, number)
  const own = (await authorsOf(ctx, practice.id)).find(({ personId }) => personId === ctx.actor.personId)
  return {
    answer: found(own).answer,
    kind: practice.kind,
    title: version.title,
    organisation: organisation.name,
  }
}

/** Everybody who was asked, in order. */
export function authorsOf(ctx: Pick<Ctx, 'db'>, practiceId: string) {
  return ctx.db
    .select({
      ...{ personId: practiceAuthors.personId, position: practiceAuthors.position },
      ...{ answer: practiceAuthors.answer, answeredAt: practiceAuthors.answeredAt },
      number: people.number,
      name: sql<string>`concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, ''))`,
    })
    .from(practiceAuthors)
    .innerJoin(people, eq(people.id, practiceAuthors.personId))
    .where(eq(practiceAuthors.practiceId, practiceId))
    .orderBy(asc(practiceAuthors.position))
}

/** Practices whose authorship the actor has not answered yet. */
export function authorshipsAsked(ctx: ActingCtx) {
  return ctx.db
    .select({ number: practices.number, askedAt: practiceAuthors.askedAt })
    .from(practiceAuthors)
    .innerJoin(practices, eq(practices.id, practiceAuthors.practiceId))
    .where(
      and(
        ...[eq(practiceAuthors.personId, ctx.actor.personId), sql`${practiceAuthors.answer} is null`],
        inArray(practiceAuthors.practiceId, sql`(select id from practices where discarded_at is null)`),
      ),
    )
    .orderBy(asc(practiceAuthors.askedAt))
    .limit(50)
}
