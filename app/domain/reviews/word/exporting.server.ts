/** A published version as a Word file with the remarks that its reader may see. */
import type { Readable } from 'node:stream'
import { sha256 } from '#app/domain/canonical.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { readContents } from '#app/domain/files/store.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { draftBySlug, versionBody, versionView } from '#app/domain/reviews/queries.server.ts'
import { imageFile, picturesIn } from '#app/domain/reviews/texts/picturing.server.ts'
import type { ErratumShown } from '#app/domain/reviews/versions/correcting.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import { versionDocx, type WordVersion } from './document.ts'
import { type NotingWords, noteOf } from './noting.ts'

export interface WordExport {
  slug: string
  number: number
  /** with the remarks in the margin */
  remarks: boolean
  dataDir: string
  words: NotingWords
  address: (path: string) => string
}

/** What is printed, ready for `bytes`; `key` changes with anything in it. Within reach of the draft. */
export async function wordVersion(
  ctx: Ctx,
  { slug, number, remarks, dataDir, words, address }: WordExport,
): Promise<{ key: string; name: string; bytes: () => Promise<Uint8Array> }> {
  const shown = await draftBySlug(ctx, slug)
  const { draft, developer } = shown
  const view = await versionView(ctx, draft.id, number)
  const { body } = await versionBody(ctx, view.version.id)
  const doc = body as DocJson
  const page = `/drafts/${encodeURIComponent(draft.slug)}`
  const notes = remarks
    ? view.remarks.flatMap(
        (remark) => noteOf(remark, address(`${page}/remarks/${remark.number}`), words) ?? [],
      )
    : []
  const { file } = words.reviewWord
  const version: Omit<WordVersion, 'images'> = {
    versionId: view.version.id,
    title: draft.title,
    head: file.head(draft.title, number),
    foot: file.foot(address(`${page}/versions/${number}`), dayOf(ctx.now, ctx.zone)),
    author: developer.name,
    at: view.version.publishedAt ?? ctx.now,
    lang: draft.lang,
    doc,
    comments: notes,
    errata: errataLines(view.errata, ctx.zone, words.reviewWord),
    address,
  }
  return {
    key: sha256({
      ...version,
      errata: [...version.errata],
      doc: view.version.sha256,
      address: address('/'),
      images: [],
    }),
    name: `${draft.slug}-${number}.docx`,
    bytes: async () => versionDocx({ ...version, images: await imagesOf(ctx, draft.id, doc, dataDir) }).bytes,
  }
}

/** What is told under each unit, in the order it was put right. */
function errataLines(errata: readonly ErratumShown[], zone: string, { erratum }: NotingWords['reviewWord']) {
  const lines = new Map<string, string[]>()
  for (const { blockId, madeAt, before, after, reason } of errata) {
    const line = erratum(dayOf(madeAt, zone), before, after, reason)
    lines.set(blockId, [...(lines.get(blockId) ?? []), line])
  }
  return lines
}

async function imagesOf(
  ctx: Ctx,
  draftId: string,
  doc: DocJson,
  dataDir: string,
): Promise<WordVersion['images']> {
  const images = new Map<string, { bytes: Uint8Array; mediaType: string }>()
  for (const hash of picturesIn(doc.content)) {
    const image = await kept(ctx, draftId, hash, dataDir)
    if (image) images.set(hash, image)
  }
  return images
}

/** A picture whose file is gone is left out, its description stays. */
async function kept(ctx: Ctx, draftId: string, hash: string, dataDir: string) {
  try {
    const { mediaType } = await imageFile(ctx, draftId, hash)
    return { mediaType, bytes: await all(await readContents(dataDir, hash)) }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

async function all(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
