/** Law 2 on the commands of the main job: each change leaves its entry, by whom, when and on what, and no other. */
import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent, withdrawDistribution } from '#app/domain/accounts/consenting.server.ts'
import { appointDeputy, endDeputy } from '#app/domain/accounts/deputising.server.ts'
import { endGrant, grantRole } from '#app/domain/accounts/granting.server.ts'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { changeStages } from '#app/domain/reviews/course/discussing.server.ts'
import { decide, reopen } from '#app/domain/reviews/decisions/deciding.server.ts'
import { editPassport } from '#app/domain/reviews/drafting.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { reply, withdrawReply } from '#app/domain/reviews/remarks/replying.server.ts'
import { support, unsupport } from '#app/domain/reviews/remarks/supporting.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { discardDraft, restoreDraft, withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import type { Db } from '#db/client.ts'
import { logEntries, stages } from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const test = base.extend<{ acts: (actor: Actor) => ActingCtx }>({
  acts: ({ as }, use) => use((actor) => as(actor, { now: NOW }) as ActingCtx),
})

/** Runs a command and expects exactly these entries of it: kind, object, actor, moment. */
async function expectRecorded<T>(
  db: Db,
  ctx: ActingCtx,
  [kind, objectKind, objectId]: [string, string, string | null],
  command: (ctx: ActingCtx) => Promise<T>,
): Promise<T> {
  const read = () => db.select().from(logEntries).orderBy(asc(logEntries.id))
  const known = new Set((await read()).map(({ id }) => id))
  const result = await command(ctx)
  const added = (await read()).filter(({ id }) => !known.has(id))
  const told = added.map((entry) => [entry.kind, entry.objectKind, entry.actorId, entry.at.toISOString()])
  expect(told).toEqual([[kind, objectKind, ctx.actor.personId, NOW]])
  if (objectId) expect(added[0]?.objectId).toBe(objectId)
  return result
}

test('drafts, versions and terms', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const ctx = acts(draft.institute)
  const of = { kind: 'draft', id: draft.id }
  const passport = { title: 'Новое название', kind: 'procedure', ground: 'План', contact: 'Отдел' }
  await expectRecorded(db, ctx, ['draft.edited', 'draft', of.id], (ctx) =>
    editPassport(ctx, of.id, { ...passport, explanatoryNote: 'Записка' }),
  )
  const next = await expectRecorded(db, ctx, ['version.begun', 'draft', of.id], (ctx) =>
    beginVersion(ctx, of.id),
  )
  await expectRecorded(db, ctx, ['version.saved', 'version', next.id], (ctx) =>
    saveVersion(ctx, next.id, { doc: docFromPlain('Новый текст.').doc, edition: 1 }),
  )
  await expectRecorded(db, ctx, ['version.published', 'draft', of.id], async (ctx) =>
    publishVersion(ctx, next.id, await seenAll(ctx, of.id, 'Текст переписан')),
  )
  const [last] = (
    await db.select().from(stages).where(eq(stages.versionId, next.id)).orderBy(asc(stages.position))
  ).slice(-1)
  if (!last) throw new RangeError('no stage')
  const moved = { id: last.id, firstDay: last.firstDay, lastDay: '2026-04-30' }
  await expectRecorded(db, ctx, ['stage.moved', 'stage', last.id], (ctx) => changeStages(ctx, of.id, [moved]))
  await expectRecorded(db, ctx, ['draft.withdrawn', 'draft', of.id], (ctx) =>
    withdrawDraft(ctx, of.id, 'Снят с обсуждения'),
  )

  const other = await given.draft({ published: false })
  await expectRecorded(db, acts(other.institute), ['draft.discarded', 'draft', other.id], (ctx) =>
    discardDraft(ctx, other.id),
  )
  await expectRecorded(db, acts(other.institute), ['draft.restored', 'draft', other.id], (ctx) =>
    restoreDraft(ctx, other.id),
  )
})

test('remarks, conversation, moderation, decisions and the summary', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const [reader, moderator] = [await given.user(), await given.user({ role: 'moderator' })]
  const institute = acts(draft.institute)
  const run = (kind: string, actor: Actor, command: (ctx: ActingCtx) => Promise<unknown>) =>
    expectRecorded(db, acts(actor), [kind, 'remark', id], command)

  await run('remark.edited', author, (ctx) => editRemark(ctx, id, { kind: 'criticism', body: 'Иначе.' }))
  await run('remark.supported', reader, (ctx) => support(ctx, id))
  await run('remark.unsupported', reader, (ctx) => unsupport(ctx, id))
  const said = (await run('remark.replied', reader, (ctx) => reply(ctx, id, 'Согласна.'))) as string
  await run('reply.withdrawn', reader, (ctx) => withdrawReply(ctx, said))
  await run('remark.hidden', moderator, (ctx) =>
    stepIn(
      ctx,
      reviewTexts,
      { kind: 'remark', id },
      { step: 'hide', reason: 'insult', words: 'Личные сведения' },
    ),
  )
  await run('remark.shown', moderator, (ctx) =>
    stepIn(ctx, reviewTexts, { kind: 'remark', id }, { step: 'pass' }),
  )
  const answer = { decision: 'accepted' as const, reason: 'Срок увеличен.' }
  await run('remark.decided', draft.institute, (ctx) => decide(ctx, id, answer))
  await run('remark.reopened', draft.institute, (ctx) => reopen(ctx, id))
  await run('remark.withdrawn', author, (ctx) => withdrawRemark(ctx, id))
  await expectRecorded(db, institute, ['summary.published', 'draft', draft.id], (ctx) =>
    publishSummary(ctx, draft.id),
  )
})

test('roles, deputies and consents', async ({ given, acts, db }) => {
  const admin = acts(await given.user({ role: 'admin' }))
  const [person, deputy] = [await given.user(), await given.user()]
  const of = (kind: string): [string, string, string] => [kind, 'person', person.personId]
  const { id: scopeId } = await given.organisation()
  const term = { from: '2026-03-02', ground: 'Приказ' }
  const grant = await expectRecorded(db, admin, of('grant.given'), (ctx) =>
    grantRole(ctx, {
      ...{ personId: person.personId, role: 'institute', scopeKind: 'organisation', scopeId, ...term },
    }),
  )
  await expectRecorded(db, admin, of('grant.ended'), (ctx) => endGrant(ctx, grant))
  const standing = await expectRecorded(db, acts(person), of('deputy.appointed'), (ctx) =>
    appointDeputy(ctx, {
      ...{ personId: person.personId, deputyId: deputy.personId, until: '2026-03-20', ...term },
    }),
  )
  await expectRecorded(db, acts(deputy), of('deputy.ended'), (ctx) => endDeputy(ctx, standing))
  await expectRecorded(db, acts(person), of('consent.given'), (ctx) => giveConsent(ctx, 'distribution'))
  await expectRecorded(db, acts(person), of('consent.withdrawn'), (ctx) => withdrawDistribution(ctx))
})
