/**
 * Speaking for an organisation: by the grant of its head, with a signatory named, one position a stage. The remarks of
 * a position are shown under the organisation, whoever typed them.
 */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { stageNow } from '#app/domain/reviews/course/staging.ts'
import { type DraftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import { innerDiscussions, organisations, positions } from '#db/schema/index.ts'

/** What gives the word for an organisation: content/roles.yaml. */
const SPEAKS = 'position.file'

/** Organisations for which the actor may speak, for the choice in a form. */
export async function representedBy(ctx: ActingCtx): Promise<{ id: string; shortName: string }[]> {
  const ids = ctx.actor.powers.flatMap(({ capability, scopeKind, scopeId }) =>
    capability === SPEAKS && scopeKind === 'organisation' && scopeId ? [scopeId] : [],
  )
  if (ids.length === 0) return []
  return ctx.db
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(organisations.shortName))
}

/** The position of an organisation that already stands in the stage of now, or null. */
export async function positionOf(ctx: Ctx, { stages }: Pick<DraftState, 'stages'>, organisationId: string) {
  const { stage } = stageNow(stages, ctx.now, ctx.zone)
  if (!stage) return null
  const [row] = await ctx.db
    .select()
    .from(positions)
    .where(
      and(
        eq(positions.stageId, stage.id),
        eq(positions.organisationId, organisationId),
        isNull(positions.withdrawnAt),
      ),
    )
  return row ?? null
}

/**
 * The position to which a remark on behalf of an organisation belongs; null for a remark of one's own. The first one
 * opens the position and must name who signs. Under the lock of the draft.
 */
export async function positionFor(
  ctx: ActingCtx,
  state: DraftState,
  { onBehalfOfId, signatory = '' }: { onBehalfOfId?: string | null; signatory?: string },
): Promise<string | null> {
  if (!onBehalfOfId) return null
  const own = await representedBy(ctx)
  if (!own.some(({ id }) => id === onBehalfOfId))
    throw new Problem('not-your-organisation', {}, 'onBehalfOfId')
  const standing = await positionOf(ctx, state, onBehalfOfId)
  if (!standing && (await isGathering(ctx, state.draft.id, onBehalfOfId)))
    throw new Problem('inner-exists', {}, 'onBehalfOfId')
  return standing?.id ?? openPosition(ctx, state, { organisationId: onBehalfOfId, signatory })
}

/** Whether the organisation gathers its position in a closed stage: until it is signed, nobody speaks for it alone. */
async function isGathering(ctx: Ctx, draftId: string, organisationId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: innerDiscussions.draftId })
    .from(innerDiscussions)
    .where(
      and(
        eq(innerDiscussions.aboutId, draftId),
        eq(innerDiscussions.organisationId, organisationId),
        isNull(innerDiscussions.endedAt),
      ),
    )
  return row !== undefined
}

/** Opens the position of an organisation in the stage of now; its remarks come after it. Returns its id. */
export async function filePosition(
  ctx: ActingCtx,
  draftId: string,
  input: { organisationId: string; signatory: string },
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, draftId)
    const denial = reviewRules.remark(ctx.actor, state.facts)
    if (denial) throw new Problem(denial)
    const own = await representedBy(ctx)
    if (!own.some(({ id }) => id === input.organisationId)) throw new Problem('not-your-organisation')
    if (await positionOf(ctx, state, input.organisationId)) throw new Problem('position-exists')
    return openPosition(ctx, state, input)
  })
}

async function openPosition(
  ctx: ActingCtx,
  { draft, stages }: DraftState,
  input: { organisationId: string; signatory: string },
): Promise<string> {
  const { text } = content().settings
  const { stage } = stageNow(stages, ctx.now, ctx.zone)
  if (!stage) throw new Problem('discussion-closed')
  const id = uuidv7()
  await ctx.db.insert(positions).values({
    id,
    draftId: draft.id,
    stageId: stage.id,
    organisationId: input.organisationId,
    signatory: cleanWords(input.signatory, 'signatory', text.title),
    filedById: ctx.actor.personId,
    filedAt: ctx.now,
  })
  await record(
    ctx,
    'position.filed',
    { kind: 'draft', id: draft.id },
    { position: id, organisation: input.organisationId },
  )
  return id
}
