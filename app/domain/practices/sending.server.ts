/**
 * Sending a card: from here it is what it is. It can be taken back while nobody has looked at it; what was returned,
 * refused or published goes on in the next version, which begins as a copy.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { practiceFiles, practiceSections, practiceVersions } from '#db/schema/index.ts'
import { lockPractice, type PracticeState } from './facts.server.ts'
import { practiceRules } from './rules.ts'
import { type Lack, lacksOf, lettersIn } from './standing.ts'
import { filesOf, sectionsOf } from './writing.server.ts'

/** What the newest version lacks before it can be sent. */
export async function lacking(
  ctx: Pick<Ctx, 'db'>,
  { practice, version }: Pick<PracticeState, 'practice' | 'version'>,
): Promise<Lack[]> {
  const parts = await sectionsOf(ctx, version.id)
  const letters = new Map([...parts].map(([code, { body }]) => [code, lettersIn(body)]))
  return lacksOf({ ...version, kind: practice.kind, letters }, content().practices)
}

/** Sends the version that is being written. Problem('practice-incomplete') with the count of what it lacks. */
export async function sendPractice(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    authorize(practiceRules.send, ctx.actor, state.facts)
    const lacks = await lacking(ctx, state)
    if (lacks.length > 0) throw new Problem('practice-incomplete', { count: lacks.length })
    const hash = await hashOf(ctx, state)
    await ctx.db
      .update(practiceVersions)
      .set({ state: 'sent', sentAt: ctx.now, sha256: hash })
      .where(eq(practiceVersions.id, state.version.id))
    const facts = { version: state.version.number, sha256: hash }
    await record(ctx, 'practice.sent', { kind: 'practice', id: state.practice.id }, facts)
  })
}

/** Takes a sent version back, before anybody looked at it. */
export async function recallPractice(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.recall, ctx.actor, facts)
    await ctx.db
      .update(practiceVersions)
      .set({ state: 'draft', sentAt: null, sha256: null })
      .where(eq(practiceVersions.id, version.id))
    await record(ctx, 'practice.recalled', { kind: 'practice', id: practice.id }, { version: version.number })
  })
}

/** Begins the next version as a copy of the last one; returns its number. What is read stays as it is until then. */
export async function renewPractice(ctx: ActingCtx, number: number): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.renew, ctx.actor, facts)
    const { title, abstract, directionVersionId, tier, subjects, licence } = version
    const id = uuidv7()
    const next = version.number + 1
    await ctx.db.insert(practiceVersions).values({
      ...{ id, practiceId: practice.id, number: next, state: 'draft' },
      ...{ title, abstract, directionVersionId, tier, subjects, licence },
      ...{ startedAt: ctx.now, savedAt: ctx.now },
    })
    const parts = [...(await sectionsOf(ctx, version.id))].map(([code, { body }]) => ({
      ...{ versionId: id, code, body: body as unknown as Record<string, unknown>, savedAt: ctx.now },
    }))
    if (parts.length > 0) await ctx.db.insert(practiceSections).values(parts)
    const kept = (await filesOf(ctx, version.id)).map((file) => ({
      versionId: id,
      fileId: file.id,
      position: file.position,
    }))
    if (kept.length > 0) await ctx.db.insert(practiceFiles).values(kept)
    await record(ctx, 'practice.renewed', { kind: 'practice', id: practice.id }, { version: next })
    return next
  })
}

/** Of the card without names: people are numbers elsewhere, and may take their consent back. */
async function hashOf(
  ctx: Pick<Ctx, 'db'>,
  { practice, version, organisation }: PracticeState,
): Promise<string> {
  const { number, title, abstract, directionVersionId, tier, subjects, licence } = version
  const parts = [...(await sectionsOf(ctx, version.id))].sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256({
    ...{ practice: practice.number, kind: practice.kind, organisation: organisation.code, version: number },
    ...{ title, abstract, direction: directionVersionId, tier, subjects, licence },
    sections: parts.map(([code, { body }]) => ({ code, body })),
    files: (await filesOf(ctx, version.id)).map(({ sha256, name }) => ({ sha256, name })),
  })
}
