/**
 * Writing a card: its passport, its parts one by one, and files. Each is saved by itself over the edition that it was
 * typed over, so that two people who write together never take each other's words away.
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { keepFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import {
  directionLists,
  directionVersions,
  files,
  practiceFiles,
  practiceSections,
  practiceVersions,
} from '#db/schema/index.ts'
import { lockPractice } from './facts.server.ts'
import type { PassportForm } from './forms.ts'
import { practiceRules } from './rules.ts'

/** Letters of one part of a card at most. */
export const SECTION = 20_000

type Passport = Omit<z.output<typeof PassportForm>, 'writer'>

/** Saves the passport; returns the new edition. Problems: stale, direction, subjects, licence at their fields. */
export async function savePassport(ctx: ActingCtx, number: number, typed: Passport): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    const { edition, direction, tier, licence, subjects, title, abstract } = typed
    if (edition !== version.edition) throw new Problem('stale')
    const { subjects: known, practices } = content()
    if (subjects.some((one) => !known.some(({ code }) => code === one)))
      throw new Problem('invalid', {}, 'subjects')
    if (licence !== '' && !practices.licences.some(({ code }) => code === licence))
      throw new Problem('invalid', {}, 'licence')
    if (direction !== '') await refuseUnknownDirection(ctx, direction)
    const values = {
      ...{ title, abstract: abstract.replace(/\r\n?/g, '\n'), subjects: [...new Set(subjects)].sort() },
      ...{ directionVersionId: direction || null, tier: tier || null, licence: licence || null },
    }
    await ctx.db
      .update(practiceVersions)
      .set({ ...values, edition: edition + 1, savedAt: ctx.now })
      .where(eq(practiceVersions.id, version.id))
    await record(ctx, 'practice.saved', { kind: 'practice', id: practice.id }, { edition: edition + 1 })
    return edition + 1
  })
}

/**
 * Saves a part; returns its new edition, 1 when it is new. `seen` is the edition that it was typed over, 0 for none:
 * Problem('stale') when somebody has saved other words since. Problems of the document at `source`.
 */
export async function saveSection(
  ctx: ActingCtx,
  number: number,
  code: string,
  typed: { doc: unknown; seen: number },
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    found(content().practices.sections.find((one) => one.code === code))
    const { doc, fault } = checkDoc(typed.doc, { characters: SECTION })
    if (fault !== undefined) throw new Problem(fault, { most: SECTION }, 'source')
    const at = and(eq(practiceSections.versionId, version.id), eq(practiceSections.code, code))
    const [kept] = await ctx.db.select().from(practiceSections).where(at)
    if (kept && JSON.stringify(kept.body) === JSON.stringify(doc)) return kept.edition
    if ((kept?.edition ?? 0) !== typed.seen) throw new Problem('stale')
    const values = {
      body: doc as unknown as Record<string, unknown>,
      edition: typed.seen + 1,
      savedAt: ctx.now,
    }
    await ctx.db
      .insert(practiceSections)
      .values({ versionId: version.id, code, ...values })
      .onConflictDoUpdate({ target: [practiceSections.versionId, practiceSections.code], set: values })
    await record(ctx, 'practice.saved', { kind: 'practice', id: practice.id }, { section: code })
    return values.edition
  })
}

/** Adds a file. Problems at `file`: those of its bytes, too many, the same contents twice. */
export async function addPracticeFile(
  ctx: ActingCtx,
  number: number,
  { dataDir, ...file }: { dataDir: string; name: string; bytes: Uint8Array },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    const present = await filesOf(ctx, version.id)
    const { most } = content().practices.files
    if (present.length >= most) throw new Problem('work-files', { most }, 'file')
    const kept = await keepFile(ctx, dataDir, { ...file, objectKind: 'practice', objectId: practice.id })
    if (present.some(({ sha256 }) => sha256 === kept.sha256)) throw new Problem('work-file-twice', {}, 'file')
    const position = Math.max(0, ...present.map((one) => one.position)) + 1
    await ctx.db.insert(practiceFiles).values({ versionId: version.id, fileId: kept.id, position })
    await record(ctx, 'practice.file-added', { kind: 'practice', id: practice.id }, { sha256: kept.sha256 })
  })
}

/** Takes a file out of the version that is being written; earlier versions keep theirs. */
export async function removePracticeFile(ctx: ActingCtx, number: number, fileId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, version, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.edit, ctx.actor, facts)
    const [gone] = await ctx.db
      .update(practiceFiles)
      .set({ removedAt: ctx.now })
      .where(
        and(
          ...[eq(practiceFiles.versionId, version.id), eq(practiceFiles.fileId, fileId)],
          isNull(practiceFiles.removedAt),
        ),
      )
      .returning({ id: practiceFiles.fileId })
    found(gone)
    await record(ctx, 'practice.file-removed', { kind: 'practice', id: practice.id }, { file: fileId })
  })
}

/** Files of a version that were not taken out, in their order. */
export function filesOf(ctx: Pick<Ctx, 'db'>, versionId: string) {
  return ctx.db
    .select({
      ...{ id: files.id, name: files.name, size: files.size, mediaType: files.mediaType },
      ...{ sha256: files.sha256, position: practiceFiles.position },
    })
    .from(practiceFiles)
    .innerJoin(files, eq(files.id, practiceFiles.fileId))
    .where(
      and(eq(practiceFiles.versionId, versionId), isNull(practiceFiles.removedAt), isNull(files.erasedAt)),
    )
    .orderBy(asc(practiceFiles.position))
}

/** Parts of a version by code. */
export async function sectionsOf(
  ctx: Pick<Ctx, 'db'>,
  versionId: string,
): Promise<Map<string, { body: DocJson; edition: number; savedAt: Date }>> {
  const rows = await ctx.db.select().from(practiceSections).where(eq(practiceSections.versionId, versionId))
  return new Map(
    rows.map(({ code, body, edition, savedAt }) => [
      code,
      { body: body as unknown as DocJson, edition, savedAt },
    ]),
  )
}

/** Directions that a card may name today, by their titles. */
export function directionsOffered(ctx: Ctx): Promise<{ id: string; title: string }[]> {
  return ctx.db
    .select({ id: directionVersions.id, title: directionVersions.title })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(sql`${directionLists.during} @> ${dayOf(ctx.now, ctx.zone)}::date`)
    .orderBy(asc(directionVersions.title))
}

/** A direction that is in force today; a list that was replaced is not written into new cards. */
async function refuseUnknownDirection(ctx: Ctx, id: string) {
  const [known] = await ctx.db
    .select({ id: directionVersions.id })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(
      and(eq(directionVersions.id, id), sql`${directionLists.during} @> ${dayOf(ctx.now, ctx.zone)}::date`),
    )
  if (!known) throw new Problem('invalid', {}, 'direction')
}
