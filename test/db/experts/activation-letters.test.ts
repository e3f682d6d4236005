import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { activateByCode, activateByLink } from '#app/domain/accounts/activation/activating.server.ts'
import { confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { LinkActivation } from '#app/domain/accounts/forms.ts'
import { requestReset } from '#app/domain/accounts/passwords.server.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { mintToken } from '#app/domain/accounts/tokens.server.ts'
import { handOver, printSlips, sendLink } from '#app/domain/experts/activation/handing.server.ts'
import { sealedAfter, sealLog } from '#app/domain/log.server.ts'
import { writeForEntry } from '#app/domain/notifications/mailing.server.ts'
import { activationCodes, logEntries, mails, people, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { from, password, place, slip, vault } from '#test/support/given/known.ts'

describe('a mailbox of several people', () => {
  test('names one account at most: the first who confirmed it; the others sign in by number', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known, office } = await place(given, db)
    const email = 'school@test.example'
    const ids: string[] = []
    // a letter to it would open the account of one to the other
    const asksInVain = async () => {
      await requestReset(as(null), email, from().address)
      const resets = await db.select().from(logEntries).where(eq(logEntries.kind, 'reset.requested'))
      expect(resets.filter(({ objectId }) => ids.includes(String(objectId)))).toEqual([])
    }
    for (const person of [await known(), await known()]) {
      const [printed] = await printSlips(acts(office), vault, [person.id])
      const userId = await activateByCode(
        as(null),
        vault,
        slip(person.number, String(printed?.code), email),
        from(),
      )
      ids.push(userId)
      // of two who read one mailbox, the second confirms nothing and still reads the letters of the first
      if (ids.length > 1) await asksInVain()
      const secret = await mintToken(as(null), userId, 'confirm', 60)
      await confirmEmail(as(null), secret, password)
    }
    const [first, second] = ids
    expect((await given.userOf(String(first))).byEmail).toBe(true)
    expect(await given.userOf(String(second))).toMatchObject({ byEmail: false, email })
    expect(await signIn(as(null), { login: email, password }, from().address)).toBe(first)
    await asksInVain()
  })

  test('that nobody confirmed is free for whoever signs up with it', async ({ acts, as, db, given }) => {
    const { known, office } = await place(given, db)
    const person = await known()
    const [printed] = await printSlips(acts(office), vault, [person.id])
    const email = 'squat@test.example'
    await activateByCode(as(null), vault, slip(person.number, String(printed?.code), email), from())
    await signUp(
      as(null),
      { familyName: 'Ёлкина', givenName: 'Анна', patronymic: '', email, password, processing: 'on' },
      from(),
    )
    expect(await db.select().from(users).where(eq(users.email, email))).toHaveLength(2)
  })
})

describe('a letter and the counter', () => {
  const site = { config: { publicUrl: 'https://rses.test' }, zone: 'Asia/Yekaterinburg' } as never
  const link = /activation\/([\w-]+)/

  test('the link begins an account whose mailbox is confirmed, once', async ({ acts, as, db, given }) => {
    const { known } = await place(given, db)
    const person = await known()
    const operator = await given.user({ role: 'operator' })
    await sendLink(acts(operator), person.id, 'own@test.example')
    await sealLog(db)
    const entry = (await sealedAfter(db, 0, 500)).find(
      ({ kind, objectId }) => kind === 'activation.letter-asked' && objectId === person.id,
    )
    if (!entry) throw new RangeError('no entry')
    const at = new Date('2026-03-02T09:00:00Z')
    await writeForEntry(site, db, entry, at)
    await writeForEntry(site, db, entry, at)
    const letters = await db.select().from(mails).where(eq(mails.personId, person.id))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.address).toBe('own@test.example')
    const secret = link.exec(letters[0]?.body ?? '')?.[1] ?? ''
    const chosen = LinkActivation.parse({ password, processing: 'on' })
    const userId = await activateByLink(as(null), secret, chosen, from())
    const user = await given.userOf(userId)
    expect(user).toMatchObject({ email: 'own@test.example', byEmail: true, personId: person.id })
    expect(user.emailConfirmedAt).not.toBeNull()
    await expect(activateByLink(as(null), secret, chosen, from())).rejects.toMatchObject({
      code: 'activation-dead',
    })
    await expect(sendLink(acts(operator), person.id, 'own@test.example')).rejects.toMatchObject({
      code: 'account-exists',
    })
  })

  test('no link goes to a mailbox that stands at somebody else', async ({ acts, db, given }) => {
    const { known } = await place(given, db)
    const [person, other] = [await known(), await known()]
    const operator = await given.user({ role: 'operator' })
    await sendLink(acts(operator), person.id, 'common@test.example')
    await expect(sendLink(acts(operator), other.id, 'common@test.example')).rejects.toMatchObject({
      code: 'mailbox-shared',
    })
    const municipality = await given.user({ role: 'municipality' })
    await expect(sendLink(acts(municipality), other.id, 'x@test.example')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('the operator keeps what was checked and when; no day of tomorrow', async ({
    acts,
    as,
    db,
    given,
  }) => {
    const { known } = await place(given, db)
    const person = await known()
    const operator = await given.user({ role: 'operator' })
    const wrong = { checked: 'паспорт', checkedOn: '2026-03-03' }
    await expect(handOver(acts(operator), vault, person.id, wrong)).rejects.toMatchObject({
      code: 'day-future',
    })
    const checked = { checked: 'паспорт', checkedOn: '2026-03-01' }
    const { code } = await handOver(acts(operator), vault, person.id, checked)
    const [row] = await db.select().from(activationCodes).where(eq(activationCodes.personId, person.id))
    expect(row).toMatchObject({ kind: 'counter', ...checked, issuedById: operator.personId })
    await activateByCode(as(null), vault, slip(person.number, code), from())
    expect((await db.select().from(people).where(eq(people.id, person.id)))[0]?.source).toBe('import')
  })
})
