/**
 * Dissenting: a member of a closed stage says in own words what the position gets wrong. It stands beside the position
 * in the open stage and in the summary, under the name if that may be shown; once the position is signed it stays.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { holdMadePublic } from '#app/domain/moderation/holding.server.ts'
import { handCasesOver } from '#app/domain/moderation/opening.server.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { type DraftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import { dissents, innerDiscussions, people, positions } from '#db/schema/index.ts'

const standing = isNull(dissents.withdrawnAt)

/** Signs a dissenting opinion, or puts other words instead of the one signed before. */
export async function dissent(ctx: ActingCtx, draftId: string, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.dissent, ctx.actor, facts)
    const body = cleanWords(words, 'body', content().settings.text.reply)
    const { personId } = ctx.actor
    const [own] = await ctx.db
      .insert(dissents)
      .values({ id: uuidv7(), draftId, personId, body, signedAt: ctx.now })
      .onConflictDoUpdate({
        target: [dissents.draftId, dissents.personId],
        set: { body, signedAt: ctx.now, withdrawnAt: null },
        // covered words are corrected where moderation gave them back
        setWhere: isNull(dissents.hiddenAt),
      })
      .returning({ id: dissents.id })
    if (!own) throw new Problem('dissent-covered')
    await record(ctx, 'inner.dissented', { kind: 'draft', id: draftId }, { dissent: own.id })
  })
}

/** Takes the own opinion back, as long as the position is not signed. The row stays: moderation may have looked at it. */
export async function withdrawDissent(ctx: ActingCtx, draftId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.dissent, ctx.actor, facts)
    const gone = await ctx.db
      .update(dissents)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(dissents.draftId, draftId), eq(dissents.personId, ctx.actor.personId), standing))
      .returning({ id: dissents.id })
    const own = found(gone[0])
    await record(ctx, 'inner.agreed', { kind: 'draft', id: draftId }, { dissent: own.id })
  })
}

/**
 * The opinions of a closed stage come out beside its signed position: those of newcomers wait for a check like all first
 * words in the open, and what moderation had not decided within goes to the moderators of the open draft. Inside the
 * command that signs.
 */
export async function bringDissentsOut(
  ctx: ActingCtx,
  draftId: string,
  { draft, facts }: Pick<DraftState, 'draft' | 'facts'>,
): Promise<void> {
  const rows = await ctx.db
    .select({ id: dissents.id, authorId: dissents.personId, hiddenAt: dissents.hiddenAt })
    .from(dissents)
    .where(and(eq(dissents.draftId, draftId), standing))
    .orderBy(asc(dissents.id))
    .for('update')
  const here = { place: facts.place, draftId: draft.id }
  const named = { title: draft.title, number: draft.number }
  await handCasesOver(ctx, { kind: 'dissent', ids: rows.map(({ id }) => id) }, here, named)
  for (const { id, authorId, hiddenAt } of rows) {
    if (hiddenAt !== null) continue
    const veil = await holdMadePublic(ctx, { kind: 'dissent', id, authorId, ...here }, named)
    if (veil.hiddenAt) await ctx.db.update(dissents).set(veil).where(eq(dissents.id, id))
  }
}

export interface DissentShown {
  id: string
  /** empty when the words are covered */
  body: string
  signedAt: Date
  /** null: the name may not be shown to this reader */
  name: string | null
  own: boolean
  veil: Veil | null
  hideCode: string | null
  hideReason: string | null
}

const { id, signedAt, hideCode, hideReason } = dissents
const fullName = sql`concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, ''))`

/** Opinions of a closed stage, for those within it: they know each other. The caller has asked for reach. */
export async function dissentsOf(ctx: Ctx, draftId: string): Promise<DissentShown[]> {
  return ctx.db
    .select({ ...shown(ctx), name: sql<string>`${fullName}` })
    .from(dissents)
    .innerJoin(people, eq(people.id, dissents.personId))
    .where(and(eq(dissents.draftId, draftId), standing))
    .orderBy(asc(dissents.id))
}

/** Opinions beside signed positions, by id of the position, for anybody who may see the open draft. */
export async function dissentsBeside(
  ctx: Ctx,
  positionIds: readonly string[],
): Promise<(DissentShown & { positionId: string })[]> {
  if (positionIds.length === 0) return []
  const rows = await ctx.db
    .select({
      ...shown(ctx),
      positionId: innerDiscussions.positionId,
      name: sql<string | null>`case when ${nameShownOf(sql`${dissents.personId}`)} then ${fullName} end`,
    })
    .from(dissents)
    .innerJoin(innerDiscussions, eq(innerDiscussions.draftId, dissents.draftId))
    .innerJoin(people, eq(people.id, dissents.personId))
    .where(and(inArray(innerDiscussions.positionId, [...positionIds]), standing))
    .orderBy(asc(dissents.id))
  return rows.map(({ positionId, ...row }) => ({ ...row, positionId: positionId ?? '' }))
}

function shown({ actor }: Ctx) {
  const own = sql<boolean>`${actor ? sql`${dissents.personId} = ${actor.personId}` : sql`false`}`
  return {
    ...{ id, signedAt, hideCode, hideReason, own },
    body: sql<string>`case when ${dissents.hiddenAt} is null or ${own} then ${dissents.body} else '' end`,
    veil: sql<Veil | null>`case when ${dissents.hiddenAt} is not null then coalesce(${dissents.veil}, 'hidden') end`,
  }
}

/** An opinion in the row of a summary: people by public number, and only where the name may be shown. */
export type DissentRow = { id: string; day: string; person: number | null; body: string }

/** Opinions of a draft by name of the organisation whose position they stand beside; nothing of covered ones. */
export async function dissentsByPosition(ctx: Ctx, draftId: string): Promise<Map<string, DissentRow[]>> {
  const rows = await ctx.db
    .select({
      position: positions.id,
      ...{ id: dissents.id, body: dissents.body, signedAt: dissents.signedAt },
      person: sql<
        number | null
      >`case when ${nameShownOf(sql`${dissents.personId}`)} then ${people.number} end`,
    })
    .from(dissents)
    .innerJoin(innerDiscussions, eq(innerDiscussions.draftId, dissents.draftId))
    .innerJoin(positions, eq(positions.id, innerDiscussions.positionId))
    .innerJoin(people, eq(people.id, dissents.personId))
    .where(
      and(eq(positions.draftId, draftId), isNull(positions.withdrawnAt), standing, isNull(dissents.hiddenAt)),
    )
    .orderBy(asc(dissents.id))
  const map = new Map<string, DissentRow[]>()
  for (const { position, signedAt, ...row } of rows)
    map.set(position, [...(map.get(position) ?? []), { ...row, day: dayOf(signedAt, ctx.zone) }])
  return map
}
