/** Signed copies: what was signed outside, on paper or with a key, comes as a scan or as a detached signature. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { signatureTypeOf } from './signature-types.ts'
import { keepMade, type StoredFile } from './store.server.ts'

export interface SignedCopy {
  name: string
  bytes: Uint8Array
  /** kind and id of the row that the file belongs to */
  objectKind: string
  objectId: string
}

/** Checks and stores a signed copy; an electronic signature is kept, not verified. Problems at `file`: file-empty, too-large, file-type. */
export async function keepSigned(
  ctx: ActingCtx,
  dataDir: string,
  { name, bytes, objectKind, objectId }: SignedCopy,
): Promise<StoredFile> {
  const { maxMegabytes } = content().settings.uploads
  if (bytes.length === 0) throw new Problem('file-empty', {}, 'file')
  if (bytes.length > maxMegabytes * 1024 * 1024)
    throw new Problem('too-large', { megabytes: maxMegabytes }, 'file')
  const mediaType = signatureTypeOf(bytes, name)
  if (!mediaType) throw new Problem('file-type', {}, 'file')
  return keepMade(ctx, dataDir, { name, bytes, mediaType, objectKind, objectId })
}
