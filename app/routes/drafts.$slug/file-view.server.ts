/** What a page shows of a received file. */

import { changesIn } from '#app/domain/reviews/importing/imported.ts'
import type { ReceivedFile } from '#app/domain/reviews/importing/uploads.server.ts'
import type { FileView } from './file-field.tsx'
import { structureOf } from './structure.server.ts'

export function fileViewOf(
  { upload, name, imported }: ReceivedFile,
  policy: FileView['policy'],
  margin: boolean,
): FileView {
  const count = changesIn(imported.changes)
  return {
    upload,
    name,
    changes: count > 0 ? { ...imported.changes, count } : null,
    policy,
    comments: imported.comments.length,
    margin,
    seconds: Math.round(imported.cpuSeconds),
  }
}

/** The structure, with what is left out of the text because it was said in the margin. */
export function structureOfFile({ imported, undecided }: ReceivedFile) {
  return { ...structureOf(imported), undecided }
}

/** The bytes of a file field; null when nothing was chosen. A file of no bytes was chosen: it has a name. */
export async function bytesOf(file: File | undefined) {
  return file && (file.size > 0 || file.name !== '')
    ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    : null
}
