/** What came of what: predecessors and successors with the day on which the successor began. */
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { organisations, successions } from '#db/schema/index.ts'
import { keepChange, lockOrganisation } from './keeping.server.ts'
import { organisationCalled } from './naming.server.ts'
import { organisationRules } from './rules.ts'

export interface SuccessionInput {
  other: string
  side: 'predecessor' | 'successor'
  day?: string | undefined
  ground: string
}

/** Says that `other` is a predecessor or a successor. Problems at `other`: issuer-unknown, organisation-many, succession-exists, succession-self. */
export async function addSuccession(ctx: ActingCtx, id: string, input: SuccessionInput): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const own = await lockOrganisation(ctx, id)
    authorize(organisationRules.edit, ctx.actor, own)
    const other = await named(ctx, input.other)
    if (other.id === id) throw new Problem('succession-self', {}, 'other')
    const [before, after] = input.side === 'predecessor' ? [other.id, id] : [id, other.id]
    const kin = await ctx.db
      .select({ id: successions.id })
      .from(successions)
      .where(and(eq(successions.predecessorId, before), eq(successions.successorId, after)))
    const turned = await ctx.db
      .select({ id: successions.id })
      .from(successions)
      .where(and(eq(successions.predecessorId, after), eq(successions.successorId, before)))
    if (kin.length + turned.length > 0) throw new Problem('succession-exists', {}, 'other')
    await ctx.db.insert(successions).values({
      ...{ id: uuidv7(), predecessorId: before, successorId: after },
      ...{ day: input.day ?? null, ground: input.ground },
    })
    await keepChange(
      ctx,
      id,
      'linked',
      {},
      { [input.side]: other.code, day: input.day ?? null },
      input.ground,
    )
  })
}

/** Takes such a word back; `other` is a code. Problem('not-found') where there is none. */
export async function removeSuccession(ctx: ActingCtx, id: string, other: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const own = await lockOrganisation(ctx, id)
    authorize(organisationRules.edit, ctx.actor, own)
    const [kin] = await ctx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.code, other))
    const between = found(kin).id
    const gone = [
      ...(await ctx.db
        .delete(successions)
        .where(and(eq(successions.predecessorId, between), eq(successions.successorId, id)))
        .returning()),
      ...(await ctx.db
        .delete(successions)
        .where(and(eq(successions.predecessorId, id), eq(successions.successorId, between)))
        .returning()),
    ]
    const row = found(gone[0])
    const side = row.predecessorId === between ? 'predecessor' : 'successor'
    await keepChange(ctx, id, 'unlinked', { [side]: other, day: row.day }, {}, '')
  })
}

async function named(ctx: ActingCtx, words: string) {
  try {
    const one = (await organisationCalled(ctx, words)) ?? (await organisationCalled(ctx, words, 'ever'))
    if (one) return one
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, error.facts, 'other')
    throw error
  }
  throw new Problem('issuer-unknown', {}, 'other')
}
