/**
 * Submitting: an organisation's work is typed, kept as it is typed, handed in before the term, mended and taken back.
 *
 * In time is judged by the moment of receipt under the lock of the contest's terms: the instant of the closing itself
 * is late, whoever was first in the queue. What was sent may be replaced until then.
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { handsInFor } from '#db/reach/contests.ts'
import { contests, files, organisations, submissionFiles, submissions } from '#db/schema/index.ts'
import { nominationOf } from './contesting.server.ts'
import { contestByNumber, lockWork, type WorkState } from './facts.server.ts'
import type { StartForm, WorkForm } from './forms.ts'
import { workRules } from './rules.ts'
import { takesWorks } from './stage.ts'

/** The organisations for which the actor hands in. */
export async function handingInFor(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(handsInFor(viewerOf(ctx)))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(200)
}

/** Begins a work, or finds the one that the organisation has in this nomination; returns its number. */
export async function startWork(
  ctx: ActingCtx,
  number: number,
  { nominationId, organisationId }: z.output<typeof StartForm>,
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await contestByNumber(ctx, number)
    const nomination = await nominationOf(ctx, contest.id, nominationId)
    const [home] = await ctx.db
      .select({
        id: organisations.id,
        tier: organisations.tier,
        municipalityId: organisations.municipalityId,
      })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), handsInFor(viewerOf(ctx))))
      .for('update')
    if (!home) throw new Problem('invalid', {}, 'organisationId')
    const own = {
      organisationId,
      ...(home.tier === 'municipal' ? { municipalityId: home.municipalityId } : {}),
    }
    const inTime = takesWorks(contest, ctx.now)
    authorize(workRules.change, ctx.actor, { ...facts, home: own, state: 'draft', inTime })
    const here = and(
      eq(submissions.nominationId, nomination.id),
      eq(submissions.organisationId, organisationId),
    )
    const [known] = await ctx.db
      .select({ number: submissions.number })
      .from(submissions)
      .where(and(here, sql`${submissions.state} <> 'withdrawn'`))
    if (known) return known.number
    const id = uuidv7()
    const at = { createdAt: ctx.now, savedAt: ctx.now, authorId: ctx.actor.personId }
    const row = { id, contestId: contest.id, nominationId, organisationId, state: 'draft' as const, ...at }
    const [made] = await ctx.db.insert(submissions).values(row).returning({ number: submissions.number })
    await record(ctx, 'work.begun', { kind: 'submission', id }, { contest: contest.id })
    return found(made).number
  })
}

/** Keeps the words as typed so far. A sent work stays sent: what it says now is what was handed in. */
export async function saveWork(
  ctx: ActingCtx,
  number: number,
  { title, summary, authors }: Omit<z.output<typeof WorkForm>, 'writer'>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.change, ctx.actor, facts)
    if (work.state === 'sent' && [title, summary, authors].includes('')) throw new Problem('work-incomplete')
    const plain = (words: string) => words.replace(/\r\n?/g, '\n')
    await ctx.db
      .update(submissions)
      .set({ title, summary: plain(summary), authors: plain(authors), savedAt: ctx.now })
      .where(eq(submissions.id, work.id))
    await record(ctx, 'work.saved', { kind: 'submission', id: work.id })
  })
}

/** Adds a file. Problems at `file`: those of its bytes, too many, the same contents twice. */
export async function addWorkFile(
  ctx: ActingCtx,
  number: number,
  { dataDir, ...file }: { dataDir: string; name: string; bytes: Uint8Array },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.change, ctx.actor, facts)
    const present = await workFiles(ctx, work.id)
    const { filesMost } = content().settings.contests
    if (present.length >= filesMost) throw new Problem('work-files', { most: filesMost }, 'file')
    const kept = await keepFile(ctx, dataDir, { ...file, objectKind: 'submission', objectId: work.id })
    if (present.some(({ sha256 }) => sha256 === kept.sha256)) throw new Problem('work-file-twice', {}, 'file')
    const position = Math.max(0, ...present.map((one) => one.position)) + 1
    await ctx.db.insert(submissionFiles).values({ submissionId: work.id, fileId: kept.id, position })
    await record(ctx, 'work.file-added', { kind: 'submission', id: work.id }, { sha256: kept.sha256 })
  })
}

/** Takes a file out; the last one of a work that was sent stays until another is there. */
export async function removeWorkFile(ctx: ActingCtx, number: number, fileId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.change, ctx.actor, facts)
    const present = await workFiles(ctx, work.id)
    found(present.find(({ id }) => id === fileId))
    if (work.state === 'sent' && present.length === 1) throw new Problem('work-last-file')
    await ctx.db
      .update(submissionFiles)
      .set({ removedAt: ctx.now })
      .where(and(eq(submissionFiles.submissionId, work.id), eq(submissionFiles.fileId, fileId)))
    await record(ctx, 'work.file-removed', { kind: 'submission', id: work.id }, { file: fileId })
  })
}

/** Hands it in, first or mended. Problem('work-incomplete') without title, summary, authors and a file. */
export async function sendWork(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.send, ctx.actor, facts)
    if ([work.title, work.summary, work.authors].includes('')) throw new Problem('work-incomplete')
    const present = await workFiles(ctx, work.id)
    if (present.length === 0) throw new Problem('work-incomplete')
    await ctx.db
      .update(submissions)
      .set({ state: 'sent', sentAt: ctx.now, mendUntil: null })
      .where(eq(submissions.id, work.id))
    const hashes = present.map(({ sha256 }) => sha256)
    await record(ctx, 'work.sent', { kind: 'submission', id: work.id }, { files: hashes })
  })
}

/** Takes it back, before works are coded; the organisation may begin another while the term runs. */
export async function withdrawWork(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.withdraw, ctx.actor, facts)
    await ctx.db.update(submissions).set({ state: 'withdrawn' }).where(eq(submissions.id, work.id))
    await record(ctx, 'work.withdrawn', { kind: 'submission', id: work.id })
  })
}

/** The files of a work that were not taken out, in their order. */
export function workFiles(ctx: Pick<Ctx, 'db'>, submissionId: string) {
  return ctx.db
    .select({
      ...{
        id: files.id,
        name: files.name,
        size: files.size,
        mediaType: files.mediaType,
        sha256: files.sha256,
      },
      position: submissionFiles.position,
    })
    .from(submissionFiles)
    .innerJoin(files, eq(files.id, submissionFiles.fileId))
    .where(
      and(
        eq(submissionFiles.submissionId, submissionId),
        isNull(submissionFiles.removedAt),
        isNull(files.erasedAt),
      ),
    )
    .orderBy(asc(submissionFiles.position))
}

/** A file of a work within reach. */
export async function workFile(ctx: Ctx, { work }: WorkState, fileId: string): Promise<StoredFile> {
  const [row] = await ctx.db
    .select({ file: files })
    .from(submissionFiles)
    .innerJoin(files, eq(files.id, submissionFiles.fileId))
    .where(
      and(
        ...[eq(submissionFiles.submissionId, work.id), eq(submissionFiles.fileId, fileId)],
        ...[isNull(submissionFiles.removedAt), isNull(files.erasedAt)],
      ),
    )
  return found(row).file
}

/** The actor's organisations' works of one contest, or of all. */
export function ownWorks(ctx: Ctx, contestId?: string) {
  return ctx.db
    .select({
      ...{ number: submissions.number, title: submissions.title, state: submissions.state },
      ...{ sentAt: submissions.sentAt, organisation: organisations.shortName, contest: contests.title },
      contestNumber: contests.number,
    })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .where(and(handsInFor(viewerOf(ctx)), contestId ? eq(submissions.contestId, contestId) : undefined))
    .orderBy(sql`${submissions.number} desc`)
    .limit(100)
}
