import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { askingFor, letterFile, requestDevelopers } from '#app/domain/reviews/course/asking.server.ts'
import {
  decideRequest,
  type RequestInput,
  resendRequest,
  sendRequest,
} from '#app/domain/reviews/course/requesting.server.ts'
import {
  ownRequests,
  planOfYear,
  requestByNumber,
  requestQueue,
} from '#app/domain/reviews/course/requests.server.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { notifications } from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'

const test = base.extend<{ school: Awaited<ReturnType<typeof schoolOf>> }>({
  school: async ({ given }, use) => use(await schoolOf(given)),
})

async function schoolOf(given: {
  developer: (role: string, id?: string) => Promise<unknown>
  organisation: () => Promise<{ id: string }>
}) {
  const { id } = await given.organisation()
  const actor = (await given.developer('school', id)) as Parameters<typeof ownRequests>[0]['actor']
  const input: RequestInput = {
    ...{ organisationId: id, developerId: id, process: 'public-discussion', kind: 'procedure' },
    ...{
      title: 'Порядок приёма',
      ground: 'Решение совета',
      explanatoryNote: 'Зачем он нужен',
      contact: 'Канцелярия',
    },
    ...{ questions: 'Хватит ли десяти дней?', letterNumber: '15-к', letterDay: '2026-02-27' },
  }
  return { id, actor, input }
}

test('a request goes to the coordinator, comes back with reasons, is amended, planned, accepted and becomes a draft once', async ({
  school,
  given,
  acts,
  as,
  db,
}) => {
  const coordinator = await given.user({ role: 'coordinator', scopeKind: 'region' })
  const ctx = acts(school.actor)
  const number = await sendRequest(ctx, school.input)
  const toDesk = await db.select().from(notifications).where(eq(notifications.personId, coordinator.personId))
  expect(toDesk).toMatchObject([{ kind: 'request.sent', address: `/desk/requests/${number}` }])
  await expect(resendRequest(ctx, number, school.input)).rejects.toMatchObject({ code: 'request-state' })

  const desk = acts(coordinator)
  expect((await requestQueue(desk, { state: 'sent' })).rows.map((row) => row.number)).toContain(number)
  await expect(decideRequest(desk, number, { kind: 'returned', reason: ' ' })).rejects.toMatchObject({
    field: 'reason',
  })
  await decideRequest(desk, number, { kind: 'returned', reason: 'Нет пояснительной записки по существу' })
  await expect(decideRequest(desk, number, { kind: 'accepted' })).rejects.toMatchObject({
    code: 'request-state',
  })
  await resendRequest(ctx, number, { ...school.input, title: 'Порядок приёма, исправлен' })

  const plan = (year: number, month: number) => decideRequest(desk, number, { kind: 'planned', year, month })
  await expect(plan(2026, 2)).rejects.toMatchObject({ code: 'plan-past' })
  await expect(plan(2029, 2)).rejects.toMatchObject({ code: 'invalid' })
  await plan(2026, 9)
  expect(await planOfYear(as(null), 2026)).toMatchObject([
    { number, month: 9, title: 'Порядок приёма, исправлен', slug: null },
  ])
  await decideRequest(desk, number, { kind: 'accepted' })

  const passport = { ...school.input, body: docFromPlain('Первый абзац.').doc, request: number }
  await expect(createDraft(ctx, passport)).rejects.toMatchObject({ code: 'forbidden' }) // a school makes no drafts
  const institute = await given.developer('institute', school.id)
  const made = await createDraft(acts(institute), passport)
  await expect(createDraft(acts(institute), { ...passport, title: 'Ещё раз' })).rejects.toMatchObject({
    code: 'request-state',
  })
  const shown = await requestByNumber(acts(institute), number)
  expect(shown).toMatchObject({ slug: made.slug, request: { draftId: made.id, plannedMonth: 9 } })
  expect(shown.steps.map(({ kind }) => kind)).toEqual([
    'sent',
    'returned',
    'sent',
    'planned',
    'accepted',
    'drafted',
  ])
  expect(await planOfYear(as(null), 2026)).toMatchObject([{ number, slug: null }]) // not published yet
})

test('strangers neither see requests nor decide on them, and nobody asks for an organisation of others', async ({
  school,
  given,
  acts,
  as,
}) => {
  const number = await sendRequest(acts(school.actor), school.input)
  const stranger = acts(await given.developer('school'))
  await expect(requestByNumber(stranger, number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(requestByNumber(as(null), number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(decideRequest(stranger, number, { kind: 'accepted' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(decideRequest(acts(school.actor), number, { kind: 'accepted' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(requestQueue(stranger)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await ownRequests(stranger)).rows).toEqual([])
  await expect(sendRequest(stranger, school.input)).rejects.toMatchObject({
    code: 'forbidden',
    field: 'organisationId',
  })
  await expect(
    sendRequest(acts(school.actor), { ...school.input, letterDay: '2026-03-03' }),
  ).rejects.toMatchObject({
    code: 'letter-ahead',
  })
  await expect(sendRequest(acts(school.actor), { ...school.input, process: 'none' })).rejects.toMatchObject({
    field: 'process',
  })
})

test('two decisions at once: one holds', async ({ school, given, acts }) => {
  const number = await sendRequest(acts(school.actor), school.input)
  const desks = await Promise.all([0, 1].map(() => given.user({ role: 'coordinator', scopeKind: 'region' })))
  const results = await Promise.allSettled([
    decideRequest(acts(desks[0] as never), number, { kind: 'accepted' }),
    decideRequest(acts(desks[1] as never), number, { kind: 'returned', reason: 'Не по форме' }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a request sent twice at once is one; its letter is for those who see it, and a draft is made by its developer alone', async ({
  school,
  given,
  acts,
  as,
}) => {
  const ctx = acts(school.actor)
  const dataDir = await mkdtemp(join(tmpdir(), 'letters-'))
  const letter = { dataDir, name: '../скан\u202e.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
  const numbers = await Promise.all([0, 1, 2].map(() => sendRequest(ctx, school.input, letter)))
  expect(new Set(numbers).size).toBe(1)
  const [number = 0] = numbers
  const other = { ...school.input, letterNumber: '16-к' }
  expect(await sendRequest(ctx, other)).not.toBe(number)
  await expect(letterFile(ctx, number)).resolves.toMatchObject({ name: 'скан.pdf', isPublic: false })
  for (const outsider of [as(null), acts(await given.developer('school'))])
    await expect(letterFile(outsider, number)).rejects.toMatchObject({ code: 'not-found' })
  const script = { dataDir, name: 'a.pdf', bytes: Buffer.from([0, 1, 2, 3]) }
  await expect(sendRequest(ctx, { ...other, letterNumber: '17-к' }, script)).rejects.toMatchObject({
    code: 'file-type',
  })

  const desk = acts(await given.user({ role: 'coordinator', scopeKind: 'region' }))
  await decideRequest(desk, number, { kind: 'accepted' })
  const stranger = await given.developer('institute')
  const body = docFromPlain('Первый абзац.').doc
  await expect(
    createDraft(acts(stranger), {
      ...school.input,
      developerId: stranger.powers.find(({ scopeId }) => scopeId)?.scopeId ?? '',
      body,
      request: number,
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
  const elsewhere = (await given.organisation()).id
  const both = await given.developer('institute', school.id)
  const wide = {
    ...both,
    powers: [...both.powers, ...both.powers.map((one) => ({ ...one, scopeId: elsewhere }))],
  }
  await expect(
    createDraft(acts(wide), { ...school.input, developerId: elsewhere, body, request: number }),
  ).rejects.toMatchObject({ code: 'forbidden', field: 'developerId' })
})

test('who acts for the region asks for its bodies, yet does not read what they asked', async ({
  school,
  given,
  acts,
}) => {
  const number = await sendRequest(acts(school.actor), school.input)
  const operator = acts(await given.user({ role: 'operator', scopeKind: 'region' }))
  expect(await askingFor(acts(school.actor))).toMatchObject([{ id: school.id }])
  const choice = (await askingFor(operator)).map(({ id }) => id)
  expect(choice).not.toContain(school.id)
  expect((await requestDevelopers(acts(school.actor))).map(({ id }) => id)).toContain(school.id)
  await expect(requestByNumber(operator, number)).rejects.toMatchObject({ code: 'not-found' })
})

test('who is responsible for a direction asks for the body where that work is done, and only for it', async ({
  school,
  given,
  acts,
}) => {
  const directions = { role: 'organizer', scopeKind: 'direction', scopeId: uuidv7() } as const
  const { id } = await given.organisation()
  const organizer = await given.user({ ...directions, employedAt: id })
  expect((await askingFor(acts(organizer))).map((one) => one.id)).toEqual([id])
  const own = { ...school.input, organisationId: id, developerId: id, title: 'Рекомендации по направлению' }
  const number = await sendRequest(acts(organizer), own)
  expect((await ownRequests(acts(organizer))).rows.map((row) => row.number)).toEqual([number])
  await expect(sendRequest(acts(organizer), { ...own, organisationId: school.id })).rejects.toMatchObject({
    code: 'forbidden',
    field: 'organisationId',
  })
  // another organizer of the same direction, who works elsewhere
  const other = await given.user({ ...directions, employedAt: (await given.organisation()).id })
  await expect(requestByNumber(acts(other), number)).rejects.toMatchObject({ code: 'not-found' })
  const idle = await given.user(directions)
  expect(await askingFor(acts(idle))).toEqual([])
})
