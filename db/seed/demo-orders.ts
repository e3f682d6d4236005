/**
 * Orders of the demonstration and the ledger of statuses that follows from them.
 *
 * Nothing is a status by itself: each row begins by an item of an order, and an exclusion or a revocation closes what
 * was believed and adds a shorter row, as the commands of the site do.
 */
import { eq } from 'drizzle-orm'
import { directionLists, directions, directionVersions } from '#db/schema/index.ts'
import { Ledger, type Version } from './demo-ledger.ts'
import type { Beside } from './demo-people.ts'
import type { SeedWorld } from './world.ts'

/** Adds orders, items and statuses; fills the world's current directions. */
export async function seedOrders(world: SeedWorld, beside: Beside): Promise<void> {
  const ledger = new Ledger(world, await versionsOf(world))
  for (const person of world.experts)
    for (const direction of person.directions) ledger.approve(person, direction)
  for (const order of world.demo.orders.orders) {
    if (order.list) ledger.recall(order, beside.former)
    else if (order.effect === 'approves' && order.people) ledger.addTo(order, order.begins ? beside.next : [])
  }
  for (const order of world.demo.orders.orders) {
    if (order.effect === 'excludes') ledger.exclude(order, beside.excluded)
    if (order.effect === 'revokes') ledger.revoke(order)
  }
  await ledger.insert()
}

async function versionsOf(world: SeedWorld): Promise<Version[]> {
  const rows = await world.db
    .select({
      ...{
        id: directionVersions.id,
        tier: directionVersions.tier,
        code: directions.code,
        list: directionLists.code,
      },
      ...{ directionId: directions.id, during: directionLists.during },
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
  const current = world.content.directionLists.find((list) => !list.successor)?.code
  const versions = rows as Version[]
  for (const one of versions) if (one.list === current) world.directions.set(one.code, one)
  return versions
}
