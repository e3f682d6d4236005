import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
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
import type { Db } from '#db/client.ts'
import { activationCodes, logEntries, mails, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { from, password, place, slip, vault } from '#test/support/given/known.ts'

const site = { config: { publicUrl: 'https://rses.test' }, zone: 'Asia/Yekaterinburg' } as never
const at = new Date('2026-03-02T09:00:00Z')
const chosen = LinkActivation.parse({ password: 'сосна у крыльца шумит', processing: 'on' })

/** Lets the writer of letters see every entry of this object. */
async function writeLetters(db: Db, kind: string, objectId: string) {
  await sealLog(db)
  for (const entry of await sealedAfter(db, 0, 5000))
    if (entry.kind === kind && entry.objectId === objectId) await writeForEntry(site, db, entry, at)
}

/** The secret of the link that was sent to the person. */
async function secretOf(db: Db, personId: string): Promise<string> {
  await writeLetters(db, 'activation.letter-asked', personId)
  const letters = await db.select().from(mails).where(eq(mails.personId, personId))
  return /activation\/([\w-]+)/.exec(letters.at(-1)?.body ?? '')?.[1] ?? ''
}

const stranger = (email: string) => ({
  ...{ familyName: 'Чужой', givenName: 'Пётр', patronymic: '', email, password, processing: 'on' as const },
})

test('a stranger who signed up with an address keeps its owner neither from the letter nor from signing in by it', async ({
  acts,
  as,
  db,
  given,
}) => {
  const email = 'owner@mailbox.example'
  await signUp(as(null), stranger(email), from())
  const person = await (await place(given, db)).known()
  await sendLink(acts(await given.user({ role: 'operator' })), person.id, email)
  const userId = await activateByLink(as(null), await secretOf(db, person.id), chosen, from())
  expect(await given.userOf(userId)).toMatchObject({ email, byEmail: true, personId: person.id })
  const login = { login: email, password: chosen.password }
  expect(await signIn(as(null), login, from().address)).toBe(userId)
  await requestReset(as(null), email, from().address)
  const resets = await db.select().from(logEntries).where(eq(logEntries.kind, 'reset.requested'))
  expect(resets.map(({ objectId }) => objectId)).toContain(userId)
  // the stranger goes on by number, and is on record
  const [other] = await db
    .select()
    .from(users)
    .where(sql`${users.email} = ${email} and ${users.id} <> ${userId}`)
  expect(other?.byEmail).toBe(false)
  const passed = await db.select().from(logEntries).where(eq(logEntries.kind, 'mailbox.passed'))
  expect(passed.map(({ objectId }) => objectId)).toContain(other?.id)
})

test('an address that opens a confirmed account of somebody else gets no letter, and the operator is told the way', async ({
  acts,
  as,
  db,
  given,
}) => {
  const email = 'confirmed@mailbox.example'
  await signUp(as(null), stranger(email), from())
  const [other] = await db.select().from(users).where(eq(users.email, email))
  await confirmEmail(as(null), await mintToken(as(null), other?.id ?? '', 'confirm', 60), password)
  const person = await (await place(given, db)).known()
  const operator = acts(await given.user({ role: 'operator' }))
  await expect(sendLink(operator, person.id, email)).rejects.toMatchObject({
    code: 'mailbox-account',
    field: 'email',
  })
  const { code } = await handOver(operator, vault, person.id, { checked: 'паспорт', checkedOn: '2026-03-01' })
  const userId = await activateByCode(as(null), vault, slip(person.number, code, email), from())
  expect(await given.userOf(userId)).toMatchObject({ byEmail: false })
  expect(await given.userOf(other?.id ?? '')).toMatchObject({ byEmail: true })
})

test('a letter opens nothing once another address stands in the closed base', async ({
  acts,
  as,
  db,
  given,
}) => {
  const person = await (await place(given, db)).known()
  await sendLink(acts(await given.user({ role: 'operator' })), person.id, 'before@mailbox.example')
  const secret = await secretOf(db, person.id)
  const [code] = await db.select().from(activationCodes).where(eq(activationCodes.personId, person.id))
  expect(JSON.stringify(code)).not.toContain('before@mailbox.example')
  const put = (email: string) => db.execute(sql`select closed_set_email(${person.id}, ${email})`)
  await put('after@mailbox.example')
  await expect(activateByLink(as(null), secret, chosen, from())).rejects.toMatchObject({
    code: 'activation-dead',
  })
  await put('Before@mailbox.example')
  await activateByLink(as(null), secret, chosen, from())
})

test('an account that begins anew tells the address it had, once and by number alone', async ({
  acts,
  as,
  db,
  given,
}) => {
  const { known, office } = await place(given, db)
  const person = await known()
  const begin = async (email: string) => {
    const [printed] = await printSlips(acts(office), vault, [person.id])
    return activateByCode(as(null), vault, slip(person.number, String(printed?.code), email), from())
  }
  const userId = await begin('old@mailbox.example')
  await begin('old@mailbox.example')
  await begin('new@mailbox.example')
  await writeLetters(db, 'user.activated', userId)
  await writeLetters(db, 'user.activated', userId)
  const old = eq(mails.address, 'old@mailbox.example')
  const told = (await db.select().from(mails).where(old)).filter(({ subject }) =>
    subject.includes('другой почтой'),
  )
  expect(told).toHaveLength(1)
  expect(told[0]?.body).toContain(`№ ${person.number}`)
  expect(told[0]?.body).not.toContain(person.givenName)
  expect([...(await db.execute(sql`select address from closed.left_mailboxes`))]).toEqual([])
})

test('a slip is for nobody who stands in for somebody with rights', async ({ acts, as, db, given }) => {
  const { known, office } = await place(given, db)
  const person = await known()
  const [first] = await printSlips(acts(office), vault, [person.id])
  await activateByCode(as(null), vault, slip(person.number, String(first?.code)), from())
  const [early] = await printSlips(acts(office), vault, [person.id])
  const organizer = await given.user({ role: 'organizer' })
  await db.execute(sql`insert into deputies (id, person_id, deputy_id, during, ground)
    values (gen_random_uuid(), ${organizer.personId}, ${person.id}, '[2026-03-01,2026-04-01)', 'отпуск')`)
  await expect(printSlips(acts(office), vault, [person.id])).rejects.toMatchObject({ code: 'account-role' })
  await expect(
    activateByCode(as(null), vault, slip(person.number, String(early?.code)), from()),
  ).rejects.toMatchObject({ code: 'account-role' })
})
