/**
 * Shelf: where the bytes of templates and papers lie. The store itself is a room to the right, so whoever calls a
 * command hands it in (app/web/shelf.server.ts).
 */
import type { Ctx } from '#app/domain/ctx.ts'

export interface Shelf {
  keep(
    ctx: Ctx,
    file: { name: string; bytes: Uint8Array; objectKind: string; objectId: string },
  ): Promise<{ id: string; sha256: string }>
  read(sha256: string): Promise<Uint8Array>
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
