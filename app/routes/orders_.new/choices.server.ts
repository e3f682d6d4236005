/** What the form of an order offers: issuers that act for a region or a municipality, directions of every list. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { directionChoices } from '#app/domain/experts/directions.server.ts'
import { mayEnterOrders } from '#app/domain/experts/entering.server.ts'
import { orderEffects } from '#app/domain/experts/forms.ts'
import { actingBodies } from '#app/domain/organisations/naming.server.ts'
import { Problem } from '#app/domain/problem.ts'
import type { Messages } from '#content/messages/ru.ts'

const day = (iso: string) => iso.split('-').reverse().join('.')

export async function orderChoices(ctx: ActingCtx, t: Messages) {
  if (!mayEnterOrders(ctx)) throw new Problem('forbidden')
  const { entry, orders } = t.experts
  const directions = await directionChoices(ctx)
  return {
    issuers: [...new Set((await actingBodies(ctx)).map(({ shortName }) => shortName))],
    effects: orderEffects.map((value) => ({ value, label: orders.effects[value] })),
    directions: directions.map(({ id, title, list, now, ahead, firstDay }) => ({
      value: id,
      label: now ? title : ahead ? entry.comingList(title, day(firstDay)) : entry.formerList(title, list),
    })),
  }
}

export type OrderChoices = Awaited<ReturnType<typeof orderChoices>>
