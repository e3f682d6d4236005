/** Where a list goes: to the organisations of a municipality, to the list of an order, or to people. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { type ImportRow, placeOfImport } from '#app/domain/organisations/imports.server.ts'

export async function targetOf(ctx: ActingCtx, one: ImportRow) {
  return {
    municipality: await placeOfImport(ctx, one),
    order: null as { slug: string; number: string } | null,
    progress: null as { done: number; total: number } | null,
  }
}
