/** The open interface as of a day, and as was known on a day. */
import { expect } from 'vitest'
import { served } from '#test/support/api-asker.ts'
import { test } from '#test/support/database.ts'

test('orders are told as of a day and as known on a day, organisations as of a day', async ({
  database,
  given,
}) => {
  const issuer = await given.organisation({ during: '[2020-01-01,2026-01-01)' })
  const registered = (day: string) => ({
    issuerId: issuer.id,
    day,
    registeredAt: new Date(`${day}T20:30:00Z`),
  })
  const later = await given.registry.order({ ...registered('2026-02-01'), number: 'П-2', effect: 'revokes' })
  const order = await given.registry.order({
    ...{ ...registered('2025-05-05'), number: 'П-1', effect: 'approves', revokedById: later.id },
  })
  await served(database, async (ask) => {
    const told = async (query: string) => {
      const { body } = await ask(`/api/v1/orders?limit=500${query}`)
      const rows = body.data as { slug: string; revoked: boolean }[]
      return rows
        .filter(({ slug }) => [order.slug, later.slug].includes(slug))
        .map(({ slug, revoked }) => [slug === order.slug ? 'order' : 'later', revoked])
    }
    expect(await told('')).toEqual([
      ['later', false],
      ['order', true],
    ])
    expect(await told('&day=2026-01-31')).toEqual([['order', false]])
    // half past one of the next day in the zone: not known by the end of its own
    expect(await told('&known=2026-02-01')).toEqual([['order', false]])
    expect(await told('&known=2026-02-02')).toHaveLength(2)
    expect(await told('&day=2025-05-04')).toEqual([])
    const found = async (day: string) =>
      (
        (await ask(`/api/v1/organisations?day=${day}&q=${encodeURIComponent(issuer.shortName)}`)).body
          .data as object[]
      ).length
    expect([await found('2025-12-31'), await found('2026-01-01')]).toEqual([1, 0])
    expect((await ask('/api/v1/orders?known=2030-01-01')).status).toBe(400)
  })
})
