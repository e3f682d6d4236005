/** The file store as the shelf of templates and papers: their room lies to the left of the store's and cannot know it. */
import { buffer } from 'node:stream/consumers'
import { docxType, type Shelf } from '#app/domain/documents/shelf.ts'
import { keepMade, readContents } from '#app/domain/files/store.server.ts'

/** The shelf of a data folder. */
export function shelfIn(dataDir: string): Shelf {
  return {
    keep: (ctx, file) => keepMade(ctx, dataDir, { ...file, mediaType: docxType }),
    read: async (sha256) => new Uint8Array(await buffer(await readContents(dataDir, sha256))),
  }
}
