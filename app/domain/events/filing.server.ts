/** Materials and minutes of an event; taken out, a file is read by nobody. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { keepFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { eventFiles, files } from '#db/schema/index.ts'
import { eventByNumber, lockEvent, objectOf } from './facts.server.ts'
import { eventRules } from './rules.ts'

export interface NewFile {
  kind: 'material' | 'minutes'
  name: string
  bytes: Uint8Array
  dataDir: string
}

/** Adds a file. Problems at `file`: those of its bytes, too many, the same contents twice. */
export async function addEventFile(
  ctx: ActingCtx,
  number: number,
  { dataDir, kind, ...file }: NewFile,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.keepFiles, ctx.actor, facts)
    const present = await eventFilesOf(ctx, event.id)
    const { most } = content().events.files
    if (present.length >= most) throw new Problem('work-files', { most }, 'file')
    const kept = await keepFile(ctx, dataDir, { ...file, objectKind: 'event', objectId: event.id })
    if (present.some(({ sha256 }) => sha256 === kept.sha256)) throw new Problem('work-file-twice', {}, 'file')
    await ctx.db.insert(eventFiles).values({ eventId: event.id, fileId: kept.id, kind, addedAt: ctx.now })
    await record(ctx, 'event.file-added', objectOf(state), { sha256: kept.sha256, kind })
  })
}

/** Takes a file out. */
export async function removeEventFile(ctx: ActingCtx, number: number, fileId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.keepFiles, ctx.actor, state.facts)
    const [gone] = await ctx.db
      .update(eventFiles)
      .set({ removedAt: ctx.now })
      .where(
        and(
          ...[eq(eventFiles.eventId, state.event.id), eq(eventFiles.fileId, fileId)],
          isNull(eventFiles.removedAt),
        ),
      )
      .returning({ id: eventFiles.fileId })
    found(gone)
    await record(ctx, 'event.file-removed', objectOf(state), { file: fileId })
  })
}

/** Files of an event that were not taken out: minutes after materials, the oldest first. */
export function eventFilesOf(ctx: Pick<Ctx, 'db'>, eventId: string) {
  return ctx.db
    .select({
      ...{ id: files.id, name: files.name, size: files.size, mediaType: files.mediaType },
      ...{ sha256: files.sha256, kind: eventFiles.kind },
    })
    .from(eventFiles)
    .innerJoin(files, eq(files.id, eventFiles.fileId))
    .where(and(eq(eventFiles.eventId, eventId), isNull(eventFiles.removedAt), isNull(files.erasedAt)))
    .orderBy(asc(eventFiles.kind), asc(eventFiles.addedAt), asc(files.id))
}

/** A file of an event for who may read the event; Problem('not-found') otherwise. */
export async function eventFile(ctx: Ctx, number: number, fileId: string) {
  const { event } = await eventByNumber(ctx, number)
  const [kept] = await ctx.db
    .select({ file: files })
    .from(eventFiles)
    .innerJoin(files, eq(files.id, eventFiles.fileId))
    .where(
      and(
        ...[eq(eventFiles.eventId, event.id), eq(eventFiles.fileId, fileId)],
        ...[isNull(eventFiles.removedAt), isNull(files.erasedAt)],
      ),
    )
  return found(kept).file
}
