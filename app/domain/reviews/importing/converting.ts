/** Converting: the bytes of a file → a document. Everything that reads a stranger's bytes begins here, in the child. */
import { createHash } from 'node:crypto'
import { docFromMarkdown, docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { imageType } from './context.ts'
import { convertDocx } from './docx.ts'
import { finish } from './finishing.ts'
import { recognised } from './formats.ts'
import { piecesOfHtml } from './html.ts'
import { type ChangePolicy, type Converted, changesIn, type ImageAsset, noChanges } from './imported.ts'
import { Refusal } from './refusal.ts'
import type { ZipLimits } from './zip.ts'

export interface ImportRequest {
  name: string
  /** what to do with tracked changes; without it a file that has some is refused with their number */
  changes: ChangePolicy | null
  limits: { megabytes: number; characters: number; zip: ZipLimits }
}

export type Format = 'docx' | 'markdown' | 'html' | 'plain'
export type Imported = Converted & { format: Format }

/** Refusal for every file that is not taken. */
export function convert(bytes: Uint8Array, { name, changes, limits }: ImportRequest): Imported {
  if (bytes.length > limits.megabytes * 1024 * 1024)
    throw new Refusal('too-large', { megabytes: limits.megabytes })
  const found = recognised(bytes, name)
  if ('text' in found && found.text.length > limits.characters * 2) throw new Refusal('document-too-long')
  const converted =
    found.format === 'docx' ? convertDocx(bytes, limits.zip, changes ?? 'accept') : textual(found)
  if (changes === null && changesIn(converted.changes) > 0)
    throw new Refusal('tracked-changes', { ...converted.changes, count: changesIn(converted.changes) })
  return { ...converted, format: found.format }
}

function textual(found: { format: 'markdown' | 'html' | 'plain'; text: string }): Converted {
  const images = new Map<string, ImageAsset>()
  const { doc, losses } =
    found.format === 'html'
      ? finish(piecesOfHtml(found.text, { image: (data) => keep(images, Buffer.from(data, 'base64')) }))
      : found.format === 'markdown'
        ? docFromMarkdown(found.text)
        : docFromPlain(found.text)
  return {
    doc,
    losses,
    changes: noChanges(),
    comments: [],
    suggestions: [],
    images: [...images.values()],
    origin: null,
  }
}

function keep(images: Map<string, ImageAsset>, bytes: Uint8Array): string | null {
  const mediaType = imageType(bytes)
  if (!mediaType) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  images.set(sha256, { sha256, mediaType, bytes })
  return sha256
}
