/**
 * Copies of orders: the scan or the detached signature of a registered act. It lists people whatever grounds they gave,
 * so it is for those who may read orders, never for the public. A wrong file is followed by another; all stay.
 */
import { desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { everywhere } from '#db/reach/viewer.ts'
import { files, orderCopies, orders, organisations } from '#db/schema/index.ts'
import { expertRules } from './rules.ts'

export interface OrderCopy {
  id: string
  name: string
  detached: boolean
  size: number
  enteredAt: Date
}

/** Puts the signed copy beside a registered order; returns its id. Problems: not-found, forbidden, those of the file. */
export async function attachCopy(
  ctx: ActingCtx,
  dataDir: string,
  slug: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const order = await orderAt(ctx, slug)
    authorize(expertRules.registerOrder, ctx.actor, order)
    const id = uuidv7()
    const file = await keepSigned(ctx, dataDir, { name, bytes, objectKind: 'order-copy', objectId: id })
    const entered = { enteredById: ctx.actor.personId, enteredAt: ctx.now }
    await ctx.db.insert(orderCopies).values({ id, orderId: order.id, fileId: file.id, ...entered })
    await record(ctx, 'order.copied', { kind: 'order', id: order.id }, { file: file.sha256 })
    return id
  })
}

/** Whether the page of an order offers to add a copy. */
export function mayAttach(ctx: Ctx, order: { issuerId: string; municipalityId: string | null }): boolean {
  const { issuerId: organisationId, municipalityId } = order
  return expertRules.registerOrder(ctx.actor, { organisationId, municipalityId }) === null
}

/** The order for the page that asks for a copy, once it is sure that the actor may add one. */
export async function copyingOf(ctx: ActingCtx, slug: string): Promise<{ number: string; day: string }> {
  const order = await orderAt(ctx, slug)
  authorize(expertRules.registerOrder, ctx.actor, order)
  return { number: order.number, day: order.day }
}

/** Copies of an order, newest first; none for those who may not read orders. */
export async function copiesOf(ctx: Ctx, orderId: string): Promise<OrderCopy[]> {
  if (!mayRead(ctx)) return []
  const rows = await ctx.db
    .select({ id: orderCopies.id, enteredAt: orderCopies.enteredAt, file: files })
    .from(orderCopies)
    .innerJoin(files, eq(files.id, orderCopies.fileId))
    .where(eq(orderCopies.orderId, orderId))
    .orderBy(desc(orderCopies.id))
  return rows.map(({ id, enteredAt, file }) => ({
    ...{ id, enteredAt, name: file.name, size: file.size },
    detached: file.mediaType === 'application/pkcs7-signature',
  }))
}

/** The file of a copy. Problem('not-found') for whoever may not know of it, or of another order; gone when erased by law. */
export async function copyFile(ctx: Ctx, slug: string, copyId: string): Promise<StoredFile> {
  const [row] = await ctx.db
    .select({ file: files, slug: orders.slug })
    .from(orderCopies)
    .innerJoin(orders, eq(orders.id, orderCopies.orderId))
    .innerJoin(files, eq(files.id, orderCopies.fileId))
    .where(eq(orderCopies.id, copyId))
  const { file } = found(mayRead(ctx) && row?.slug === slug ? row : null)
  if (file.erasedAt) throw new Problem('gone')
  return file
}

const mayRead = (ctx: Ctx) => everywhere(viewerOf(ctx), 'order.read')

async function orderAt(ctx: Ctx, slug: string) {
  const [order] = await ctx.db
    .select({
      ...{ id: orders.id, number: orders.number, day: orders.day },
      ...{ organisationId: organisations.id, municipalityId: organisations.municipalityId },
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.issuerId))
    .where(eq(orders.slug, slug.replaceAll('\0', '')))
  return found(order)
}
