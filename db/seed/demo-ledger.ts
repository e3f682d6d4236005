/**
 * The ledger of the demonstration: items of orders, and the statuses that begin and end by them.
 *
 * An exclusion or a revocation closes what was believed and adds a shorter row, as the commands of the site do.
 */
import { eq } from 'drizzle-orm'
import type { DemoOrder } from '#content/demo.ts'
import { orderItems, orders, statuses } from '#db/schema/index.ts'
import { addDays, days, pickByWeight, shuffled } from './chance.ts'
import { type DemoPerson, insertAll, type SeedWorld } from './world.ts'

type Status = typeof statuses.$inferInsert
type Item = typeof orderItems.$inferInsert
type Begun = {
  person: DemoPerson
  order: DemoOrder
  direction: string
  status: Status
  from: string
  to: string
}
export type Version = {
  id: string
  tier: 'regional' | 'municipal'
  list: string
  code: string
  directionId: string
  during: string
}

/** Collects what the orders do to people and inserts it at once. */
export class Ledger {
  private readonly items: Item[] = []
  private readonly rows: Status[] = []
  private readonly begun: Begun[] = []
  private readonly positions = new Map<string, number>()

  constructor(
    private readonly world: SeedWorld,
    private readonly versions: readonly Version[],
  ) {}

  /** A status in force today in the direction, by one of the orders that approve for this person's place. */
  approve(person: DemoPerson, direction: string) {
    const all = this.world.demo.orders.orders
    const own = `authority-${person.organisation.municipality}`
    const open = all.filter(
      ({ effect, share, directions, issuer }) =>
        effect === 'approves' &&
        share &&
        directions.includes(direction) &&
        (!issuer.startsWith('authority-') || issuer === own),
    )
    const order = pickByWeight(this.world.rng, open, ({ share }) => share ?? 1)
    this.begin(order, person, direction)
    const extension = all.find(({ effect, of }) => effect === 'extends' && of === order.key)
    if (extension) this.begin(extension, person, direction)
  }

  /** Statuses of an older list: part of today's experts in the same directions, and people who have no other. */
  recall(order: DemoOrder, former: readonly DemoPerson[]) {
    const again = this.world.experts.filter(
      ({ directions }) => directions.some((one) => order.directions.includes(one)) && this.world.rng() < 0.18,
    )
    for (const person of again)
      this.begin(order, person, order.directions.find((one) => person.directions.includes(one)) ?? '')
    for (const [i, person] of former.entries())
      this.begin(order, person, order.directions[i % order.directions.length] ?? '')
  }

  /** An order for a number of people who have no status in its directions, and for `others`. */
  addTo(order: DemoOrder, others: readonly DemoPerson[]) {
    const free = this.world.experts.filter(
      ({ login, directions }) => !login && !directions.some((one) => order.directions.includes(one)),
    )
    const chosen = [
      ...shuffled(this.world.rng, free).slice(0, (order.people ?? 0) - others.length),
      ...others,
    ]
    for (const [i, person] of chosen.entries())
      this.begin(order, person, order.directions[i % order.directions.length] ?? '')
  }

  /** Ends statuses of an order: of experts who keep another one, and of people who then have none. */
  exclude(order: DemoOrder, excluded: readonly DemoPerson[]) {
    const base = this.world.demo.orders.orders.find(({ key }) => key === order.of)
    const count = this.world.demo.orders.orders.filter(({ effect }) => effect === 'excludes').length
    const index = this.world.demo.orders.orders.filter(({ effect }) => effect === 'excludes').indexOf(order)
    const alone = excluded.filter((_, i) => i % count === index)
    for (const person of alone) if (base) this.begin(base, person, base.directions[0] ?? '')
    const known = new Set(alone.map(({ id }) => id))
    const ending = this.begun.filter(
      ({ person, order: by }) =>
        by.key === order.of && !person.login && (known.has(person.id) || person.directions.length > 1),
    )
    const rest = ending.filter(({ person }) => !known.has(person.id)).slice(0, order.people)
    for (const one of [...rest, ...ending.filter(({ person }) => known.has(person.id))]) this.end(order, one)
  }

  /** Ends whatever the revoked order began. */
  revoke(order: DemoOrder) {
    for (const one of this.begun.filter(({ order: by }) => by.key === order.of)) this.end(order, one)
  }

  async insert() {
    const { db, organisations, demo, at, day } = this.world
    const rows = demo.orders.orders.map((order) => {
      const [issuer, agreed] = [
        organisations.get(order.issuer),
        order.agreedWith && organisations.get(order.agreedWith),
      ]
      if (!issuer) throw new RangeError(`content/demo/orders.yaml: no organisation ${order.issuer}`)
      const { number, title, effect } = order
      return {
        ...{ id: this.orderId(order), slug: `demo-${order.key}`, issuerId: issuer.id, number, title, effect },
        ...{ day: day(order.day), agreedWithId: agreed ? agreed.id : null, registeredAt: at(order.day + 1) },
        signatoryPost: order.issuer === 'ministry' ? demo.orders.signatory : demo.orders.authoritySignatory,
        source: 'demo' as const,
      }
    })
    await insertAll(db, orders, rows)
    for (const order of demo.orders.orders.filter(({ effect }) => effect === 'revokes')) {
      const revoked = demo.orders.orders.find(({ key }) => key === order.of)
      if (revoked)
        await db
          .update(orders)
          .set({ revokedById: this.orderId(order) })
          .where(eq(orders.id, this.orderId(revoked)))
    }
    await insertAll(db, orderItems, this.items)
    await insertAll(db, statuses, this.rows)
  }

  private begin(order: DemoOrder, person: DemoPerson, direction: string) {
    const version = this.versionOf(order, direction)
    const [from, to] = this.termOf(order, version)
    const item = this.item(order, person, version, { act: 'begin', during: days(from, to) })
    const [personId, beginItemId, known] = [person.id, item, this.since(order)]
    const id = this.world.id('status', item)
    const status: Status = {
      id,
      personId,
      directionVersionId: version.id,
      tier: version.tier,
      beginItemId,
      during: days(from, to),
      known: `[${known},)`,
    }
    this.rows.push(status)
    this.begun.push({ person, order, direction, status, from, to })
  }

  /** What was believed is closed at the registration of the ending order; from then on a shorter term is known. */
  private end(order: DemoOrder, { person, direction, status, from, order: by }: Begun) {
    const version = this.versionOf(by, direction)
    const item = this.item(order, person, version, { act: 'end' })
    const [was, now] = [this.since(by), this.since(order)]
    status.known = `[${was},${now})`
    const id = this.world.id('status-ended', item)
    this.rows.push({
      ...status,
      id,
      endItemId: item,
      during: days(from, this.world.day(order.day)),
      known: `[${now},)`,
    })
  }

  private item(
    order: DemoOrder,
    person: DemoPerson,
    version: Version,
    rest: Pick<Item, 'act' | 'during'>,
  ): string {
    const position = (this.positions.get(order.key) ?? 0) + 1
    this.positions.set(order.key, position)
    const id = this.world.id('item', `${order.key}:${person.id}:${version.list}:${version.code}`)
    const printedName = [person.familyName, person.givenName, person.patronymic].join(' ')
    const about = { personId: person.id, directionVersionId: version.id, tier: version.tier }
    this.items.push({ id, orderId: this.orderId(order), position, printedName, ...about, ...rest })
    return id
  }

  private versionOf(order: DemoOrder, direction: string): Version {
    const found = this.versions.find(
      ({ code, list }) =>
        code === direction &&
        (order.list
          ? list === order.list
          : this.world.directions.get(direction)?.id === this.idOf(list, direction)),
    )
    if (!found) throw new RangeError(`content/demo/orders.yaml: ${order.key}: no direction ${direction}`)
    return found
  }

  private idOf(list: string, direction: string) {
    return this.versions.find((one) => one.list === list && one.code === direction)?.id
  }

  private termOf(order: DemoOrder, version: Version): [string, string] {
    const start = this.world.day(order.begins ?? order.day)
    if (!order.list) return [start, addDays(start, order.days ?? 365)]
    const [from = start, to = start] = version.during.slice(1, -1).split(',')
    return [start > from && start < to ? start : from, to]
  }

  private since(order: DemoOrder): string {
    return this.world.at(order.day + 1).toISOString()
  }

  private orderId(order: DemoOrder): string {
    return this.world.id('order', order.key)
  }
}
