/** Papers on the own life: what they say, what their check page says later, who revokes them. */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { checkFile, ownStatements, statementState } from '#app/domain/experts/statements/checking.server.ts'
import { issueStatement } from '#app/domain/experts/statements/issuing.server.ts'
import type { StatementFormat, StatementKind } from '#app/domain/experts/statements/kinds.ts'
import { revokeStatement } from '#app/domain/experts/statements/revoking.server.ts'
import { content } from '#content/load.ts'
import { assignments, employments, formerNames, issued, organisations, statuses } from '#db/schema/index.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'
import { press, test } from '#test/support/statements-room.ts'

test('a paper has a number whose page vouches for the hash of the very file, and says whose it is', async ({
  life: { me, ctx, issue },
  db,
}) => {
  const { code, bytes } = await issue('extract', 'pdf')
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
  const [row] = await db.select().from(issued).where(eq(issued.code, code))
  expect(row).toMatchObject({ kind: 'extract', format: 'pdf', objectId: me.personId, revokedAt: null })
  expect(row?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect((await issue('extract', 'docx')).code).not.toBe(code)
  expect(await ownStatements(ctx)).toHaveLength(2)
  expect(row && (await statementState(ctx, row))).toEqual({
    ...{ kind: 'extract', format: 'pdf', number: me.number, listed: true, changed: false },
  })
})

test('each PDF is tagged, on a letterhead, with headings, a table and a code that has its meaning in words', async ({
  life: { issue },
}) => {
  for (const [kind, tables] of [
    ['extract', 1],
    ['participation', 1],
    ['biography', 2],
  ] as const) {
    const { code, bytes } = await issue(kind, 'pdf')
    const raw = Buffer.from(bytes).toString('latin1')
    const count = (type: string) => raw.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0
    expect([kind, count('Document'), count('H1'), count('Table'), count('Figure')]).toEqual([
      kind,
      1,
      1,
      tables,
      1,
    ])
    expect(count('H2')).toBe(kind === 'biography' ? 2 : 0)
    expect(raw).toContain('/Lang (ru)')
    expect(raw).toContain('/Marked true')
    expect(raw).toMatch(/\/Alt /)
    const words = wordsOf(streamsOf(Buffer.from(bytes)))
    expect(words).toContain(code)
    expect(words).toContain(content().instance.contacts.email)
    if (kind !== 'extract') expect(words).toContain('«Реестр»')
  }
})

test('a paper stands on the letterhead of the operator of that day, with its own contacts as soon as it has any', async ({
  life: { issue },
  db,
  given,
}) => {
  const wordsIn = async () => wordsOf(streamsOf(Buffer.from((await issue('extract', 'pdf')).bytes)))
  const { id } = await given.organisation({ name: 'Центр замера' })
  const duty = { duty: 'operator', organisationId: id, during: '[2026-01-01,)', ground: 'приказ' }
  await db.insert(assignments).values(duty)
  const before = await wordsIn()
  expect(before).toContain('Центр замера')
  expect(before).toContain(content().instance.contacts.email)
  await db.update(organisations).set({ address: 'ул. Мерная, 12', phone: '8 (351) 000-00-12' })
  const after = await wordsIn()
  expect(after).toContain('ул. Мерная, 12')
  expect(after).toContain('тел. 8 (351) 000-00-12')
  expect(after).not.toContain(content().instance.contacts.email)
})

test('a DOCX says the same, and its code is a picture of its own', async ({ life: { me, issue } }) => {
  const [one, two] = [await issue('participation', 'docx'), await issue('extract', 'docx')]
  const text = paragraphsOf(one.bytes).join('\n')
  for (const found of [one.code, me.familyName, 'Экспертиза порядка «Реестр»', 'по 1'])
    expect(text).toContain(found)
  expect(text).not.toMatch(/[{}]/)
  expect(paragraphsOf(two.bytes).join('\n')).toContain('действует')
  const blank = (await import('pizzip')).default
  const pictures = [one, two].map(({ bytes }) =>
    new blank(bytes).file(/word\/media\//).map((file) => file.asUint8Array().length),
  )
  for (const [size] of pictures) expect(size).toBeGreaterThan(300)
})

test('the check page says that facts have changed: a status, a name, a work', async ({
  life: { me, ctx, issue },
  db,
  given,
}) => {
  const stateOf = async (code: string) => {
    const [row] = await db.select().from(issued).where(eq(issued.code, code))
    return row ? (await statementState(ctx, row))?.changed : undefined
  }
  const extract = await issue('extract', 'pdf')
  const record = await issue('participation', 'pdf')
  const biography = await issue('biography', 'json')
  const all = () => Promise.all([extract, record, biography].map(({ code }) => stateOf(code)))
  expect(await all()).toEqual([false, false, false])
  const school = await given.organisation()
  await db
    .insert(employments)
    .values({ personId: me.personId, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' })
  expect(await all()).toEqual([false, false, true])
  await db
    .update(statuses)
    .set({ during: '[2025-09-01,2026-01-01)' })
    .where(eq(statuses.personId, me.personId))
  expect(await all()).toEqual([true, false, true])
  await db.insert(formerNames).values({
    ...{
      personId: me.personId,
      familyName: 'Прежняя',
      givenName: 'Вера',
      patronymic: '',
      until: '2026-01-01',
    },
    ...{ ground: 'Свидетельство', enteredAt: new Date() },
  })
  expect(await all()).toEqual([true, true, true])
})

test('its owner or the keeper of the registry revokes it, once; nobody else', async ({
  life: { ctx, issue },
  acts,
  given,
  db,
}) => {
  const [mine, other] = [await issue('extract', 'pdf'), await issue('extract', 'pdf')]
  await expect(revokeStatement(acts(await given.user()), mine.code)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await revokeStatement(ctx, mine.code)
  await expect(revokeStatement(ctx, mine.code)).rejects.toMatchObject({ code: 'paper-revoked' })
  await revokeStatement(acts(await given.user({ role: 'operator' })), other.code)
  const reasons = await db.select().from(issued).where(eq(issued.objectId, ctx.actor.personId))
  expect(reasons.map(({ revokeReason }) => revokeReason).sort()).toEqual(['holder', 'keeper'])
  expect(await checkFile(ctx, mine.bytes)).toMatchObject({ exact: true, revoked: true, code: mine.code })
})

test('who never had a status or took part gets none; no format that a paper has not', async ({
  acts,
  given,
}) => {
  const nobody = acts(await given.user())
  const of = (kind: StatementKind, format: StatementFormat) => issueStatement(nobody, kind, format, press)
  await expect(of('extract', 'pdf')).rejects.toMatchObject({ code: 'extract-none' })
  await expect(of('biography', 'json')).rejects.toMatchObject({ code: 'extract-none' })
  await expect(of('participation', 'pdf')).rejects.toMatchObject({ code: 'participation-none' })
  await expect(of('biography', 'docx')).rejects.toMatchObject({ code: 'invalid' })
})

test('no more are made at once than the settings allow', async ({ life: { me, ctx, issue } }) => {
  const rate = content().settings.rates.requestsPerPerson
  for (let n = 0; n < rate.count; n += 1) await countAttempt(ctx, 'statement', me.personId, rate)
  await expect(issue('extract', 'pdf')).rejects.toMatchObject({ code: 'too-many' })
})
