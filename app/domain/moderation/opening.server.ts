/** Opening a case: there is one open case a text, whoever asks for it; moderators who may know the text are told. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { moderationCases } from '#db/schema/index.ts'
import { moderatorsOf } from './moderators.server.ts'
import type { TextFacts } from './texts.ts'

export type Origin = (typeof moderationCases.$inferSelect)['origin']
export type About = Pick<TextFacts, 'id' | 'authorId' | 'place' | 'draftId'> & { kind: string }

/** The open case of the text, a new one when there is none. Under the lock of the text. */
export async function openCase(
  ctx: ActingCtx,
  { kind, id, authorId, place, draftId }: About,
  origin: Origin,
  facts: Record<string, string | number> = {},
): Promise<string> {
  const known = await openCaseOf(ctx, kind, id)
  if (known) return known
  const caseId = uuidv7()
  await ctx.db.insert(moderationCases).values({
    ...{ id: caseId, objectKind: kind, objectId: id, authorId, draftId, origin, openedAt: ctx.now },
    organisationId: place.organisationId ?? null,
  })
  // Who steps in unasked is told by the entry of the step itself.
  if (origin === 'moderator') return caseId
  await record(ctx, 'case.opened', { kind, id }, { case: caseId, origin })
  await tellModerators(ctx, caseId, { authorId, place, draftId }, { origin, ...facts })
  return caseId
}

/**
 * Open cases of these texts go to the moderators of another draft, where the words stand from now on; who had them
 * before has them no more. Under the lock of the texts.
 */
export async function handCasesOver(
  ctx: ActingCtx,
  { kind, ids }: { kind: string; ids: readonly string[] },
  { place, draftId }: Pick<TextFacts, 'place' | 'draftId'>,
  facts: Record<string, string | number> = {},
): Promise<void> {
  if (ids.length === 0) return
  const moved = await ctx.db
    .update(moderationCases)
    .set({ draftId, organisationId: place.organisationId ?? null })
    .where(
      and(
        eq(moderationCases.objectKind, kind),
        inArray(moderationCases.objectId, [...ids]),
        isNull(moderationCases.closedAt),
      ),
    )
    .returning()
  for (const { id, objectId, authorId, origin } of moved) {
    await record(ctx, 'case.moved', { kind, id: objectId }, { case: id })
    await tellModerators(ctx, id, { authorId, place, draftId }, { origin, ...facts })
  }
}

async function tellModerators(
  ctx: ActingCtx,
  caseId: string,
  { authorId, ...standing }: Pick<About, 'authorId' | 'place' | 'draftId'>,
  facts: Record<string, string | number>,
): Promise<void> {
  const people = (await moderatorsOf(ctx, standing)).filter((personId) => personId !== authorId)
  await notifyAll(ctx, people, 'case.opened', {
    objectKind: 'case',
    objectId: caseId,
    address: `/desk/moderation/${caseId}`,
    facts,
  })
}

/** The id of the open case of a text, or undefined. */
export async function openCaseOf(ctx: Ctx, kind: string, id: string): Promise<string | undefined> {
  const [known] = await ctx.db
    .select({ id: moderationCases.id })
    .from(moderationCases)
    .where(
      and(
        eq(moderationCases.objectKind, kind),
        eq(moderationCases.objectId, id),
        isNull(moderationCases.closedAt),
      ),
    )
    .for('update')
  return known?.id
}
