/**
 * The file store: contents under their SHA-256 in a local folder, rows in `files`.
 *
 * A file appears under its name only when all of it is on the disk, so no reader meets half a file. What it is, is
 * found in its bytes; its name is only shown.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { files } from '#db/schema/index.ts'
import { mediaTypeOf } from './media-types.ts'

export type StoredFile = typeof files.$inferSelect

export interface FileInput {
  name: string
  bytes: Uint8Array
  objectKind: string
  objectId?: string | null
  isPublic?: boolean
}

/** Checks and stores what a visitor sent; returns its row. Problems: file-empty, too-large, file-type. */
export async function keepFile(ctx: Ctx, dataDir: string, input: FileInput): Promise<StoredFile> {
  const { maxMegabytes, types } = content().settings.uploads
  if (input.bytes.length === 0) throw new Problem('file-empty', {}, 'file')
  if (input.bytes.length > maxMegabytes * 1024 * 1024)
    throw new Problem('too-large', { megabytes: maxMegabytes }, 'file')
  const mediaType = mediaTypeOf(input.bytes, input.name)
  if (!mediaType || !types.includes(mediaType)) throw new Problem('file-type', {}, 'file')
  return keepMade(ctx, dataDir, { ...input, mediaType })
}

/** Stores what the platform itself made (a summary, a conclusion), of any type and size. */
export async function keepMade(
  ctx: Ctx,
  dataDir: string,
  input: FileInput & { mediaType: string },
): Promise<StoredFile> {
  const { bytes, name, mediaType, objectKind, objectId = null, isPublic = false } = input
  const hash = await writeContents(dataDir, bytes)
  const row = {
    id: uuidv7(),
    sha256: hash,
    size: bytes.length,
    mediaType,
    name: shownName(name),
    objectKind,
    objectId,
    isPublic,
  }
  const [file] = await ctx.db
    .insert(files)
    .values({ ...row, createdById: ctx.actor?.personId ?? null, createdAt: ctx.now })
    .returning()
  return file as StoredFile
}

/** A file that everybody may have, or that the actor put there; others are reached through their object's room. */
export async function fileOf(ctx: Ctx, id: string): Promise<StoredFile> {
  const [file] = await ctx.db.select().from(files).where(eq(files.id, id))
  const own = file?.createdById != null && file.createdById === ctx.actor?.personId
  if (file?.erasedAt) throw new Problem('gone')
  return found(file?.isPublic || own ? file : null)
}

/** Writes contents once; returns their hash, which is also where they lie. */
export async function writeContents(dataDir: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const folder = join(dataDir, 'files')
  const place = join(folder, hash)
  if (await exists(place)) {
    // as if it had just come: what was erased before is not swept from under it
    await utimes(place, new Date(), new Date())
    return hash
  }
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.${hash}.${randomUUID()}`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(temporary, place)
  return hash
}

/** The contents with this hash, as a stream; Problem('not-found') when they are not in the store. */
export async function readContents(dataDir: string, hash: string): Promise<ReadStream> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Problem('not-found')
  const place = join(dataDir, 'files', hash)
  if (!(await exists(place))) throw new Problem('not-found')
  return createReadStream(place)
}

/** Removes contents: for erasure by law, when no row needs them any more. */
export async function removeContents(dataDir: string, hash: string): Promise<void> {
  if (/^[0-9a-f]{64}$/.test(hash)) await rm(join(dataDir, 'files', hash), { force: true })
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

// A name is a label: no folders, no control characters, none that turn the text around, not longer than file systems take.
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, 120).join('') || 'file'
}
