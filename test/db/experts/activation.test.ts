import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { activateByCode } from '#app/domain/accounts/activation/activating.server.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { handOver, printSlips } from '#app/domain/experts/activation/handing.server.ts'
import { afterOf, unreadyPeople } from '#app/domain/experts/activation/unready.server.ts'
import { activationCodes, identities, logEntries, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { from, password, place, slip, vault } from '#test/support/given/known.ts'

describe('a slip', () => {
  test('begins an account with which one signs in by number; the code works once', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [printed] = await printSlips(acts(office), vault, [person.id])
    expect(printed?.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const [kept] = await db.select().from(activationCodes).where(eq(activationCodes.personId, person.id))
    expect(JSON.stringify(kept)).not.toContain(String(printed?.code))
    const typed = slip(person.number, ` ${printed?.code.toLowerCase().replaceAll('-', ' ')}`)
    const userId = await activateByCode(as(null), vault, typed, from())
    expect(await given.userOf(userId)).toMatchObject({ personId: person.id, byEmail: false })
    await expect(activateByCode(as(null), vault, typed, from())).rejects.toMatchObject({
      code: 'activation-wrong',
      field: 'code',
    })
    const login = { login: `№ ${person.number}`, password }
    expect(await signIn(as(null), login, from().address)).toBe(userId)
    await expect(
      signIn(as(null), { login: 'slip@test.example', password }, from().address),
    ).rejects.toMatchObject({ code: 'wrong-credentials' })
  })

  test('printed anew ends the one before; after its term it opens nothing', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [first] = await printSlips(acts(office), vault, [person.id])
    const [second] = await printSlips(acts(office), vault, [person.id])
    const late = as(null, { now: '2026-06-02T09:00:00Z' })
    for (const [ctx, code] of [
      [as(null), first?.code],
      [late, second?.code],
    ] as const)
      await expect(
        activateByCode(ctx, vault, slip(person.number, String(code)), from()),
      ).rejects.toMatchObject({ code: 'activation-wrong' })
    await activateByCode(as(null), vault, slip(person.number, String(second?.code)), from())
  })

  test('guesses are counted by number, whatever the address; then even the right code waits', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [printed] = await printSlips(acts(office), vault, [person.id])
    for (let n = 0; n < 5; n += 1)
      await expect(
        activateByCode(as(null), vault, slip(person.number, `2222-3333-444${n}`), from()),
      ).rejects.toMatchObject({ code: 'activation-wrong' })
    await expect(
      activateByCode(as(null), vault, slip(person.number, String(printed?.code)), from()),
    ).rejects.toMatchObject({ code: 'too-many' })
    // the code of one person opens nobody else's account
    const other = await known()
    await expect(
      activateByCode(as(null), vault, slip(other.number, String(printed?.code)), from()),
    ).rejects.toMatchObject({ code: 'activation-wrong' })
    await expect(
      activateByCode(as(null), vault, slip(2147483647, String(printed?.code)), from()),
    ).rejects.toMatchObject({ code: 'activation-wrong' })
  })

  test('two who use one code at the same moment: one account', async ({ acts, as, db, given }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [printed] = await printSlips(acts(office), vault, [person.id])
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() =>
        activateByCode(as(null), vault, slip(person.number, String(printed?.code)), from()),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.select().from(users).where(eq(users.personId, person.id))).toHaveLength(1)
  })

  test('is for people without an account, of the own municipality', async ({ acts, db, given }) => {
    const { known, office } = await place(given, db)
    const { known: strangers } = await place(given, db)
    const [mine, stranger, ready] = [await known(), await strangers(), await known()]
    await given.user({ person: ready })
    const list = await unreadyPeople(acts(office), { after: null, q: '' }, 10)
    expect(list.rows.map(({ id }) => id)).toEqual([mine.id])
    await expect(printSlips(acts(office), vault, [ready.id])).rejects.toMatchObject({
      code: 'account-exists',
    })
    await expect(printSlips(acts(office), vault, [mine.id, stranger.id])).rejects.toMatchObject({
      code: 'slips-changed',
    })
    expect(await db.select().from(activationCodes).where(eq(activationCodes.personId, mine.id))).toEqual([])
    const school = await given.user({ role: 'school' })
    await expect(unreadyPeople(acts(school), { after: null, q: '' }, 10)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('for whoever signs in by number sets a new password and ends the sessions', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [first] = await printSlips(acts(office), vault, [person.id])
    const userId = await activateByCode(as(null), vault, slip(person.number, String(first?.code)), from())
    const [second] = await printSlips(acts(office), vault, [person.id])
    const again = { ...slip(person.number, String(second?.code)), password: 'сосна у крыльца шумит' }
    expect(await activateByCode(as(null), vault, again, from())).toBe(userId)
    await expect(
      signIn(as(null), { login: String(person.number), password }, from().address),
    ).rejects.toMatchObject({ code: 'wrong-credentials' })
  })

  test('is not printed by a municipality for people of a regional institution that stands there', async ({
    acts,
    db,
    given,
  }) => {
    const { known, office, municipality } = await place(given, db)
    const regional = await given.organisation({ municipalityId: municipality.id, tier: 'regional' })
    const person = await known(regional.id)
    expect((await unreadyPeople(acts(office), { after: null, q: '' }, 10)).rows).toEqual([])
    await expect(printSlips(acts(office), vault, [person.id])).rejects.toMatchObject({
      code: 'slips-changed',
    })
  })

  test('resets no account with rights: the counter alone does, and no other service opens it then', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [first, operator] = [
      (await printSlips(acts(office), vault, [person.id]))[0],
      await given.user({ role: 'operator' }),
    ]
    const userId = await activateByCode(as(null), vault, slip(person.number, String(first?.code)), from())
    const [early] = await printSlips(acts(office), vault, [person.id])
    await given.grant({
      personId: person.id,
      role: 'moderator',
      scopeKind: 'region',
      during: '[2026-01-01,2026-04-01)',
    })
    const refused = { code: 'account-role' }
    await expect(printSlips(acts(office), vault, [person.id])).rejects.toMatchObject(refused)
    await expect(
      activateByCode(as(null), vault, slip(person.number, String(early?.code)), from()),
    ).rejects.toMatchObject(refused)
    await db
      .insert(identities)
      .values({ userId, issuer: 'https://sso.test', subject: 'stranger', linkedAt: new Date() })
    const document = { checked: 'паспорт', checkedOn: '2026-03-01' }
    const { code } = await handOver(acts(operator), vault, person.id, document)
    expect(await activateByCode(as(null), vault, slip(person.number, code), from())).toBe(userId)
    expect(await db.select().from(identities).where(eq(identities.userId, userId))).toEqual([])
    const told = and(eq(logEntries.kind, 'password.changed'), eq(logEntries.objectId, userId))
    expect(await db.select().from(logEntries).where(told)).toHaveLength(1)
  })
})

test('a list of slips goes on after a number that there may be, and nowhere else', () => {
  const at = (number: string) => afterOf(new URLSearchParams({ after: 'а', number }))
  expect(at('2147483647')).toEqual({ name: 'а', number: 2147483647 })
  for (const number of ['2147483648', '0', '-1', '1.5', 'x']) expect(at(number)).toBeNull()
})
