/**
 * Pictures of a draft: files of its own, named in its text by the hash of their contents. A text may show only these;
 * what a picture is and how large is read from its bytes.
 */
import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { keepMade } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { imageType } from '#app/domain/reviews/importing/context.ts'
import type { ImageAsset } from '#app/domain/reviews/importing/imported.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { pictureSize, wholePicture } from '#app/domain/reviews/word/picture-size.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { files, innerDiscussions } from '#db/schema/index.ts'

const IMAGE = 'draft-image'

export interface Picture {
  /** SHA-256 of its contents, as a figure names it */
  file: string
  /** in pixels, made smaller where it is larger than a page shows */
  width: number
  height: number
}

/** Keeps a picture for the text of a draft. Problems at `file`: picture-type, too-large, picture-broken, picture-sides. */
export async function addPicture(
  ctx: ActingCtx,
  dataDir: string,
  draftId: string,
  bytes: Uint8Array,
): Promise<Picture> {
  await countAttempt(ctx, 'picture', ctx.actor.personId, content().settings.pictures.rate)
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.edit, ctx.actor, facts)
    const { mediaType, ...size } = judged(bytes)
    const [file] = await keepImages(ctx, dataDir, draftId, [{ mediaType, bytes }])
    await record(ctx, 'picture.added', { kind: 'draft', id: draftId }, { file: file ?? '' })
    return { file: file ?? '', ...size }
  })
}

function judged(bytes: Uint8Array): Omit<Picture, 'file'> & Pick<ImageAsset, 'mediaType'> {
  const { megabytes, side, shown } = content().settings.pictures
  const mediaType = imageType(bytes)
  if (!mediaType) throw new Problem('picture-type', {}, 'file')
  if (bytes.length > megabytes * 1024 * 1024) throw new Problem('too-large', { megabytes }, 'file')
  const size = pictureSize(bytes)
  if (!size || size.width < 1 || size.height < 1 || !wholePicture(bytes))
    throw new Problem('picture-broken', {}, 'file')
  if (Math.max(size.width, size.height) > side) throw new Problem('picture-sides', { side }, 'file')
  const share = Math.min(1, shown / size.width)
  const scaled = (pixels: number) => Math.max(1, Math.min(4000, Math.round(pixels * share)))
  return { mediaType, width: scaled(size.width), height: scaled(size.height) }
}

/** Keeps the pictures of a draft, each once; returns their hashes in order. */
export async function keepImages(
  ctx: ActingCtx,
  dataDir: string,
  draftId: string,
  images: readonly Pick<ImageAsset, 'mediaType' | 'bytes'>[],
): Promise<string[]> {
  const kept: string[] = []
  for (const { mediaType, bytes } of images) {
    const hash = createHash('sha256').update(bytes).digest('hex')
    kept.push(hash)
    const [known] = await ctx.db
      .select({ id: files.id })
      .from(files)
      .where(imagesOf(draftId, [hash]))
    const name = `${hash.slice(0, 12)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
    if (!known) await keepMade(ctx, dataDir, { name, bytes, mediaType, objectKind: IMAGE, objectId: draftId })
  }
  return kept
}

/** The picture of a draft whose reach was asked before; Problem('not-found') for any other. */
export async function imageFile(ctx: Ctx, draftId: string, sha256: string) {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('not-found')
  const [row] = await ctx.db
    .select()
    .from(files)
    .where(imagesOf(draftId, [sha256]))
  return found(row)
}

/** Problem('picture-unknown') at `body` when the text shows a picture that is none of the draft's own. */
export async function checkPictures(ctx: Ctx, draftId: string, doc: DocJson): Promise<void> {
  const named = [...picturesIn(doc.content)]
  if (named.length === 0) return
  const rows = await ctx.db.select({ sha256: files.sha256 }).from(files).where(imagesOf(draftId, named))
  onlyThese(named, new Set(rows.map(({ sha256 }) => sha256)))
}

/** The same for a draft that begins: the pictures that came with its text. */
export function onlyWith(doc: DocJson, images: readonly Pick<ImageAsset, 'sha256'>[]): void {
  onlyThese([...picturesIn(doc.content)], new Set(images.map(({ sha256 }) => sha256)))
}

function onlyThese(named: readonly string[], known: ReadonlySet<string>): void {
  if (named.some((file) => !known.has(file))) throw new Problem('picture-unknown', {}, 'body')
}

/** The hashes of the pictures that a text shows. */
export function picturesIn(nodes: readonly NodeJson[], named = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.type === 'figure') named.add(String(node.attrs?.file ?? ''))
    picturesIn(node.content ?? [], named)
  }
  return named
}

/** Condition: the pictures with these hashes among the files of a draft; a closed copy shows those of its original. */
function imagesOf(draftId: string, hashes: readonly string[]) {
  return and(
    eq(files.objectKind, IMAGE),
    sql`${files.objectId} in (select ${draftId}::uuid union all
      select ${innerDiscussions.aboutId} from ${innerDiscussions} where ${innerDiscussions.draftId} = ${draftId})`,
    inArray(files.sha256, [...hashes]),
    isNull(files.erasedAt),
  )
}
