/** Factories of experts: a direction in a list of its own, an order, a status by it, and grounds for publication. */
import { uuidv7 } from 'uuidv7'
import type { Db } from '#db/client.ts'
import {
  directionLists,
  directions,
  directionVersions,
  disclosures,
  orderItems,
  orders,
  organisations,
  people,
  statuses,
} from '#db/schema/index.ts'

type Person = typeof people.$inferSelect
type Version = typeof directionVersions.$inferSelect
type Order = typeof orders.$inferSelect

let made = 0

export const expertsGiven = (db: Db) => {
  const direction = async (
    values: Partial<typeof directionVersions.$inferInsert> & { code?: string } = {},
  ): Promise<Version & { code: string }> => {
    made += 1
    const { code = `napravlenie-${uuidv7()}`, ...rest } = values
    const [list] = await db
      .insert(directionLists)
      .values({ code: `spisok-${uuidv7()}`, title: `Список ${made}`, during: '[2020-01-01,)' })
      .returning()
    const [one] = await db.insert(directions).values({ code }).returning()
    const [row] = await db
      .insert(directionVersions)
      .values({
        ...{ directionId: one?.id ?? '', listId: list?.id ?? '', position: made, tier: 'regional' },
        ...{ title: `Направление ${made}`, shortTitle: `Направление ${made}`, content: 'Проверка работ' },
        details: { procedures: [], participants: [], approving: [] },
        ...rest,
      })
      .returning()
    return { ...(row as Version), code }
  }

  const order = async (values: Partial<typeof orders.$inferInsert> = {}): Promise<Order> => {
    made += 1
    const code = uuidv7()
    const issuerId = values.issuerId ?? (await issuer(code))
    const [row] = await db
      .insert(orders)
      .values({
        ...{
          slug: `prikaz-${code}`,
          issuerId,
          number: `01-т/${made}`,
          day: '2025-09-01',
          title: 'О списке экспертов',
        },
        ...{ effect: 'approves', registeredAt: new Date('2025-09-02T05:00:00Z'), source: 'site' },
        ...values,
      })
      .returning()
    return row as Order
  }

  const issuer = async (code: string) => {
    const [row] = await db
      .insert(organisations)
      .values({
        code,
        name: `Ведомство ${made}`,
        shortName: `Ведомство ${made}`,
        type: 'authority',
        tier: 'regional',
        source: 'demo',
      })
      .returning()
    return row?.id ?? ''
  }

  /** A status by a new order, or by `order`. */
  const status = async (
    person: Pick<Person, 'id'>,
    version: Pick<Version, 'id' | 'tier'>,
    { during = '[2025-09-01,2028-09-01)', by }: { during?: string; by?: Order } = {},
  ) => {
    made += 1
    const about = { personId: person.id, directionVersionId: version.id, tier: version.tier }
    const { id: orderId, registeredAt } = by ?? (await order())
    const [item] = await db
      .insert(orderItems)
      .values({ orderId, position: made, ...about, act: 'begin', during, printedName: 'Как в приказе' })
      .returning()
    const known = `[${registeredAt.toISOString()},)`
    const [row] = await db
      .insert(statuses)
      .values({ ...about, beginItemId: item?.id ?? '', during, known })
      .returning()
    return row as typeof statuses.$inferSelect
  }

  /** A person with a status; name and work are open unless `open` says otherwise. */
  const expert = async (
    version: Pick<Version, 'id' | 'tier'>,
    {
      open = true,
      during,
      ...values
    }: { open?: boolean; during?: string } & Partial<typeof people.$inferInsert> = {},
  ): Promise<Person> => {
    made += 1
    const [person] = await db
      .insert(people)
      .values({
        familyName: `Рябинина-${made}`,
        givenName: 'Вера',
        patronymic: 'Львовна',
        source: 'import',
        ...values,
      })
      .returning()
    if (!person) throw new RangeError('no person')
    await status(person, version, during ? { during } : {})
    if (open) await disclose(person)
    return person
  }

  const disclose = async (person: Pick<Person, 'id'>, ground: 'act' | 'demo' = 'act') => {
    const row = { personId: person.id, ground, beganAt: new Date('2025-01-01T00:00:00Z') }
    await db.insert(disclosures).values([
      { ...row, field: 'name' },
      { ...row, field: 'work' },
    ])
  }

  return { direction, order, status, expert, disclose }
}
