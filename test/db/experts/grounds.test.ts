/** Grounds of publication from papers: person × field, many people on one scan, withdrawals, acts. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent, withdrawDistribution } from '#app/domain/accounts/consenting.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { readClosed } from '#app/domain/experts/closed/reading.server.ts'
import { enterGrounds, groundFigures } from '#app/domain/experts/grounds/entering.server.ts'
import { GroundEntry } from '#app/domain/experts/grounds/forms.ts'
import { paperFile } from '#app/domain/experts/grounds/papers.server.ts'
import { consents, disclosurePapers, documents, erasures } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const folder = await mkdtemp(join(tmpdir(), 'grounds-'))
const scan = { name: 'согласия.pdf', bytes: new TextEncoder().encode('%PDF-1.7 согласия') }
const consent = {
  act: 'consent' as const,
  signedOn: '2026-02-10',
  fields: ['name', 'work', 'engagements'] as ('name' | 'work' | 'engagements')[],
}
const listed = (...numbers: number[]) => numbers.map((number) => `№ ${number}`).join('\n')

async function shown(ctx: Ctx, number: number) {
  const { name, works } = await cardOf(ctx, number)
  return { name: name !== null, works: works.length }
}

test('one scan carries the consents of many, each with its row; without a ground there is number and direction alone', async ({
  given,
  acts,
  as,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const direction = await given.registry.direction()
  const [one, other] = [
    await given.registry.expert(direction, { open: false }),
    await given.registry.expert(direction, { open: false }),
  ]
  const before = await groundFigures(operator)
  expect(await shown(as(null), one.number)).toEqual({ name: false, works: 0 })
  expect((await cardOf(as(null), one.number)).statuses).toHaveLength(1)

  const value = { ...consent, people: listed(one.number, other.number, one.number) }
  expect(await enterGrounds(operator, folder, value, scan)).toEqual({ changed: 2, same: 0 })
  expect(await enterGrounds(operator, folder, value, scan)).toEqual({ changed: 0, same: 2 })

  expect(await shown(as(null), one.number)).toMatchObject({ name: true })
  expect(await groundFigures(operator)).toMatchObject({ all: before.all, named: before.named + 2 })
  const rows = await db.select().from(consents).where(eq(consents.personId, one.id))
  expect(rows).toMatchObject([
    { kind: 'distribution', signedOn: '2026-02-10', enteredById: operator.actor.personId, fields: null },
  ])
  const papers = await db
    .select()
    .from(disclosurePapers)
    .where(eq(disclosurePapers.enteredById, operator.actor.personId))
  const file = papers[0]?.fileId ?? ''
  await expect(paperFile(operator, file)).rejects.toMatchObject({ code: 'not-found' })
  const why = { reasonCode: 'order', reason: 'Проверка бумаги перед приказом' }
  const told = await readClosed(operator, one.number, { fields: ['consents'], ...why })
  expect(told.consents).toMatchObject([{ signedOn: '2026-02-10', file, fileName: 'согласия.pdf' }])
  expect(await paperFile(operator, file)).toMatchObject({ mediaType: 'application/pdf' })
  await expect(paperFile(acts(await given.user({ role: 'ministry' })), file)).rejects.toMatchObject({
    code: 'not-found',
  })
  const later = { ...operator, now: new Date(operator.now.getTime() + 16 * 60_000) }
  await expect(paperFile(later, file)).rejects.toMatchObject({ code: 'not-found' })
})

test('a consent to the name alone leaves the work hidden; the person withdraws all of it at once', async ({
  given,
  acts,
  as,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const school = await given.organisation()
  const person = acts(await given.user({ employedAt: school.id }))
  const { number, personId } = person.actor
  await given.registry.status({ id: personId }, await given.registry.direction())
  const people = listed(number)
  await enterGrounds(operator, folder, { ...consent, people, fields: ['name'] }, scan)
  expect(await shown(as(null), number)).toEqual({ name: true, works: 0 })
  await enterGrounds(operator, folder, { ...consent, people }, scan)
  expect(await shown(as(null), number)).toEqual({ name: true, works: 1 })

  await withdrawDistribution(person)
  expect(await shown(as(null), number)).toEqual({ name: false, works: 0 })
  // the paper from before the withdrawal does not bring it back; the person's own word does
  await expect(enterGrounds(operator, folder, { ...consent, people }, scan)).rejects.toMatchObject({
    ...{ code: 'line-consent-older', field: 'people', facts: { line: 1 } },
  })
  await giveConsent(person, 'distribution')
  expect(await shown(as(null), number)).toEqual({ name: true, works: 1 })
})

test('a withdrawal on paper hides whoever it names, also what was given on the site', async ({
  given,
  acts,
  as,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const person = acts(await given.user())
  const { number, personId } = person.actor
  await given.registry.status({ id: personId }, await given.registry.direction())
  await giveConsent(person, 'distribution')
  const other = await given.registry.expert(await given.registry.direction())
  const value = {
    act: 'withdrawal' as const,
    signedOn: '2026-03-01',
    fields: [],
    people: listed(number, other.number),
  }
  expect(await enterGrounds(operator, folder, value, scan)).toEqual({ changed: 1, same: 1 })
  expect(await shown(as(null), number)).toMatchObject({ name: false })
  // an act is a ground of its own
  expect(await shown(as(null), other.number)).toMatchObject({ name: true })
})

test('an act opens the fields it names; nothing is written when one line is wrong or nobody may', async ({
  given,
  acts,
  as,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const person = await given.registry.expert(await given.registry.direction(), { open: false })
  const [document] = await db
    .insert(documents)
    .values({
      code: `akt-${person.number}`,
      kind: 'order',
      title: 'О публикации',
      issuer: 'Министерство',
      tier: 'regional',
      source: 'site',
      publishedAt: new Date('2026-01-01'),
      number: '1',
    })
    .returning()
  const value = {
    act: 'document' as const,
    fields: ['name' as const],
    document: document?.code,
    people: listed(person.number),
  }
  await expect(
    enterGrounds(operator, folder, { ...value, people: `${value.people}\n№ 2000000000` }, null),
  ).rejects.toMatchObject({ code: 'line-no-number' })
  await expect(enterGrounds(operator, folder, { ...value, document: 'nothing' }, null)).rejects.toMatchObject(
    {
      code: 'ground-document',
    },
  )
  const stranger = acts(await given.user({ role: 'ministry' }))
  await expect(enterGrounds(stranger, folder, value, null)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await shown(as(null), person.number)).toMatchObject({ name: false })
  expect(await enterGrounds(operator, folder, value, null)).toEqual({ changed: 1, same: 0 })
  expect(await enterGrounds(operator, folder, value, null)).toEqual({ changed: 0, same: 1 })
  expect(await shown(as(null), person.number)).toMatchObject({ name: true })
  expect(await db.$count(consents, eq(consents.personId, person.id))).toBe(0)
})

test('a paper needs its day and scan, an act its document, and the name goes with the work', () => {
  const faults = (value: object) =>
    GroundEntry.safeParse({ people: '№ 1', ...value }).error?.issues.map(({ path, message }) => [
      path[0],
      message,
    ])
  expect(faults({ act: 'consent', fields: 'name' })).toEqual([
    ['signedOn', 'required'],
    ['file', 'required'],
  ])
  expect(faults({ act: 'document', fields: ['work'] })).toEqual([
    ['fields', 'ground-name'],
    ['document', 'required'],
  ])
  expect(
    GroundEntry.safeParse({ act: 'document', people: '№ 1', fields: 'name', document: 'x' }).success,
  ).toBe(true)
})

test('whoever was erased gets no ground any more', async ({ given, acts, db }) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const person = await given.registry.expert(await given.registry.direction(), { open: false })
  await db.insert(erasures).values({
    ...{ personId: person.id, state: 'done' as const, askedAt: new Date(), dueDay: '2026-04-01' },
    ...{ reason: 'по требованию', decidedById: operator.actor.personId, decidedAt: new Date() },
  })
  const value = { ...consent, people: listed(person.number) }
  await expect(enterGrounds(operator, folder, value, scan)).rejects.toMatchObject({
    ...{ code: 'line-erased', facts: { line: 1 } },
  })
})
