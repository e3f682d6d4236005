/** The file store as the shelf of templates and papers: their room lies to the left of the store's and cannot know it. */
import { buffer } from 'node:stream/consumers'
import { docxType, type Shelf } from '#app/domain/documents/shelf.ts'
import { keepMade, readContents } from '#app/domain/files/store.server.ts'
import type { Press } from '#app/domain/panels/conclusions/opening.server.ts'

import { messagesOf } from '#content/messages/index.server.ts'
import type { Services } from './services.ts'

/** What the papers of panels are printed with. */
export function pressOf({ config, content }: Pick<Services, 'config' | 'content'>): Press {
  const { dataDir, publicUrl } = config
  const demo = config.demo ? messagesOf('ru').shell.demo : null
  return { dataDir, publicUrl, siteName: content.instance.name.ru, demo }
}

/** The shelf of a data folder. */
export function shelfIn(dataDir: string): Shelf {
  return {
    keep: (ctx, file) => keepMade(ctx, dataDir, { ...file, mediaType: docxType }),
    read: async (sha256) => new Uint8Array(await buffer(await readContents(dataDir, sha256))),
  }
}
