/** The way into the registry: own application, nomination and consent, survey, decision, appeal; cases O-10 and O-11. */
import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { addCandidates } from '#app/domain/assessment/choosing.server.ts'
import { listShown } from '#app/domain/assessment/lists.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import { answerAppeal, appealRefusal } from '#app/domain/assessment/way/appealing.server.ts'
import { applicationShown, ownApplications, queueOf } from '#app/domain/assessment/way/applications.server.ts'
import { fileApplication, withdrawApplication } from '#app/domain/assessment/way/applying.server.ts'
import { answerNomination, enterNominationConsent } from '#app/domain/assessment/way/consenting.server.ts'
import { decideApplications, returnToReview } from '#app/domain/assessment/way/deciding.server.ts'
import { gatherPassed } from '#app/domain/assessment/way/gathering.server.ts'
import { recallNomination } from '#app/domain/assessment/way/nominating.server.ts'
import { remindApplicant } from '#app/domain/assessment/way/reminding.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { applications, assessmentResults, consents, notifications } from '#db/schema/index.ts'
import { begun, bodies } from '#test/support/given/lists.ts'
import { nominated, numberOf, surveyed, test } from '#test/support/way-room.ts'

const admit = (ctx: ActingCtx, ...numbers: number[]) =>
  decideApplications(ctx, { applications: numbers, decision: 'admitted', grounds: [], words: '' })
const refuse = (ctx: ActingCtx, number: number) =>
  decideApplications(ctx, {
    ...{ applications: [number], decision: 'refused', grounds: ['requirements'], words: 'Нет стажа' },
  })
const stage = async (ctx: ActingCtx, number: number) => (await applicationShown(ctx, number)).stage
const points = (number: number, earned: number) => `№ ${number};${earned};100;01.03.2026`
const told = async ({ db, actor }: ActingCtx, kind: string) =>
  (
    await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, actor.personId), eq(notifications.kind, kind)))
  ).length
let bodiesMade = false
const needBodies = async (given: Parameters<typeof bodies>[0]) => {
  if (!bodiesMade) await bodies(given)
  bodiesMade = true
}

test('an own application goes from the survey to a list, each step told and dated', async ({
  way,
  given,
  acts,
}) => {
  await needBodies(given)
  const { direction, organizer } = way
  const person = await way.worker()
  const number = await fileApplication(person, direction.id)
  await expect(fileApplication(person, direction.id)).rejects.toMatchObject({ code: 'application-open' })
  expect(await stage(person, number)).toBe('survey')
  await surveyed(person, number)
  expect(await told(organizer, 'application.surveyed')).toBe(1)
  expect((await queueOf(organizer, { stage: 'review' }, 30)).rows).toMatchObject([
    { number, due: '2026-03-17' },
  ])
  await admit(organizer, number)
  expect(await told(person, 'application.admitted')).toBe(1)

  const operator = acts(await given.user({ role: 'operator' }))
  const list = await begun(operator, direction)
  await addCandidates(operator, list, points(person.actor.number, 60))
  expect((await listShown(operator, list)).candidates[0]?.reasons).toEqual(['candidate-not-passed'])
  expect(await stage(person, number)).toBe('listed')
  const other = await begun(operator, direction)
  expect(await gatherPassed(operator, other)).toBe(0)
  expect((await applicationShown(person, number)).results).toMatchObject([
    { attempt: 1, passed: false, points: { earned: 60, tenths: 600 }, band: 'raised' },
  ])
  expect((await ownApplications(person)).map((one) => one.number)).toEqual([number])
})

test('who passed by an application is gathered into a list, once', async ({ way, given, acts, db }) => {
  const { direction, organizer } = way
  const [passed, failed] = [await way.worker(), await way.worker()]
  for (const person of [passed, failed]) {
    const number = await fileApplication(person, direction.id)
    await surveyed(person, number)
    await admit(organizer, number)
  }
  const by = { directionId: direction.directionId, attempt: 1, maximum: 100, day: '2026-03-01' }
  for (const [person, earned] of [
    [passed, 61],
    [failed, 60],
  ] as const)
    await db.insert(assessmentResults).values({
      ...{ ...by, personId: person.actor.personId, earned, enteredById: organizer.actor.personId },
      enteredAt: new Date('2026-03-02T10:00:00Z'),
    })
  expect(await stage(passed, await numberOf(passed))).toBe('passed')
  expect(await stage(failed, await numberOf(failed))).toBe('failed')
  const operator = acts(await given.user({ role: 'operator' }))
  const list = await begun(operator, direction)
  expect(await gatherPassed(operator, list)).toBe(1)
  expect(await gatherPassed(operator, list)).toBe(0)
  // the answers of the survey are the statement and the consent that the gate asks for
  expect((await listShown(operator, list)).candidates).toMatchObject([
    { number: passed.actor.number, reasons: [] },
  ])
})

describe('O-11', () => {
  test('a nomination without consent never reaches the assessment', async ({ way, given, acts, db }) => {
    await needBodies(given)
    const person = await way.worker()
    const number = await nominated(way.head, way, [person])
    expect(await told(person, 'application.nominated')).toBe(1)
    const operator = acts(await given.user({ role: 'operator' }))
    const list = await begun(operator, way.direction)
    const tries = async (code: string) => {
      await expect(surveyed(person, number)).rejects.toMatchObject({ code: 'application-state' })
      await expect(admit(way.organizer, number)).rejects.toMatchObject({ code: 'application-state' })
      // the account's own consent to processing is no consent to the nomination
      await expect(addCandidates(operator, list, points(person.actor.number, 90))).rejects.toMatchObject({
        code,
      })
    }
    await tries('line-result-no-consent')
    await addCandidates(operator, list, `№ ${person.actor.number};;;;;нет`)
    expect((await listShown(operator, list)).candidates[0]?.reasons).toContain('candidate-not-admitted')
    await answerNomination(person, number, { answer: 'declined', words: '' })
    await tries('line-result-no-consent')
    expect(await told(way.head, 'application.declined')).toBe(1)
    const results = eq(assessmentResults.personId, person.actor.personId)
    expect(await db.select().from(assessmentResults).where(results)).toEqual([])
  })

  test('with the consent, on the site or on paper, it goes on', async ({ way, given, db }) => {
    const [here, paper] = [await way.worker(), await given.person()]
    const number = await nominated(way.municipality, way, [here])
    await expect(
      answerNomination(way.head, number, { answer: 'consented', words: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await answerNomination(here, number, { answer: 'consented', words: '' })
    await expect(admit(way.organizer, number)).rejects.toMatchObject({ code: 'application-unanswered' })
    await surveyed(here, number)
    await admit(way.organizer, number)
    expect(await stage(here, number)).toBe('admitted')

    await db.execute(`insert into employments (id, person_id, organisation_id, post, during)
      values (gen_random_uuid(), '${paper.id}', '${way.school.id}', 'учитель', '[2020-01-01,)')`)
    await nominated(way.head, way, [here], { grid: gridOfLines(`№ ${paper.number}`) })
    const [one] = await db.select().from(applications).where(eq(applications.personId, paper.id))
    await enterNominationConsent(way.organizer, one?.number ?? 0, {
      ...{ signedOn: '2026-03-01', scan: null },
    })
    const [consent] = await db.select().from(consents).where(eq(consents.personId, paper.id))
    expect(consent).toMatchObject({ signedOn: '2026-03-01', enteredById: way.organizer.actor.personId })
    expect(await stage(way.organizer, one?.number ?? 0)).toBe('survey')
  })
})

describe('O-10', () => {
  test('a declared entrepreneur is not admitted, and cannot apply again', async ({ way }) => {
    const person = await way.worker()
    const number = await fileApplication(person, way.direction.id)
    await surveyed(person, number, { 'value-entrepreneur': 'yes' })
    await expect(admit(way.organizer, number)).rejects.toMatchObject({
      code: 'application-number-entrepreneur',
    })
    await refuse(way.organizer, number)
    await expect(fileApplication(person, way.direction.id)).rejects.toMatchObject({
      code: 'application-entrepreneur',
    })
  })
})

test('a requirement that is not met is passed over only with words; several are decided on together or not at all', async ({
  way,
}) => {
  const [fit, unfit] = [await way.worker(), await way.worker()]
  const numbers: number[] = []
  for (const [person, change] of [
    [fit, {}],
    [unfit, { 'value-experience': '2' }],
  ] as const) {
    numbers.push(await fileApplication(person, way.direction.id))
    await surveyed(person, numbers.at(-1) ?? 0, change)
  }
  const [one = 0, two = 0] = numbers
  await expect(admit(way.organizer, one, two)).rejects.toMatchObject({
    code: 'application-unmet',
    field: 'words',
  })
  expect(await stage(fit, one)).toBe('review')
  await decideApplications(way.organizer, {
    ...{ applications: [one, two], decision: 'admitted', grounds: [], words: 'Стаж подтверждён приказом' },
  })
  expect([await stage(fit, one), await stage(unfit, two)]).toEqual(['admitted', 'admitted'])
  await returnToReview(way.organizer, one, 'Ошибка')
  expect(await stage(fit, one)).toBe('review')
})

test('a refusal has grounds and an appeal that somebody else answers, once and in its term', async ({
  way,
}) => {
  const { organizer, colleague } = way
  const person = await way.worker()
  const number = await fileApplication(person, way.direction.id)
  await surveyed(person, number)
  await expect(admit(person, number)).rejects.toMatchObject({ code: 'application-own' })
  await refuse(organizer, number)
  expect((await applicationShown(person, number)).steps.at(-1)).toMatchObject({
    ...{ kind: 'refused', grounds: ['requirements'], words: 'Нет стажа' },
  })
  await appealRefusal(person, number, 'Нет')
  await expect(answerAppeal(organizer, number, { answer: 'upheld', words: 'Нет' })).rejects.toMatchObject({
    code: 'application-refuser',
  })
  await answerAppeal(colleague, number, { answer: 'upheld', words: 'Стажа нет' })
  await expect(appealRefusal(person, number, 'Снова')).rejects.toMatchObject({ code: 'appeal-once' })
  expect(await stage(person, number)).toBe('refused')

  const again = await fileApplication(person, way.direction.id)
  await surveyed(person, again)
  await refuse(organizer, again)
  const late = { ...person, actor: { ...person.actor, today: '2026-04-02' } }
  await expect(appealRefusal(late, again, 'Поздно')).rejects.toMatchObject({ code: 'appeal-late' })
  await appealRefusal({ ...late, actor: { ...late.actor, today: '2026-04-01' } }, again, 'В срок')
  await answerAppeal(colleague, again, { answer: 'satisfied', words: 'Стаж подтверждён' })
  expect(await stage(person, again)).toBe('admitted')
  await withdrawApplication(person, again, '')
  expect(await stage(person, again)).toBe('withdrawn')
})

test('a nomination is taken back, and reminded of not too often', async ({ way, acts }) => {
  const person = await way.worker()
  const number = await nominated(way.head, way, [person])
  await expect(remindApplicant(way.municipality, number)).rejects.toMatchObject({ code: 'reminded' })
  const later = acts({ ...way.municipality.actor, today: '2026-03-05' }, '2026-03-05T09:00:00Z')
  await remindApplicant(later, number)
  expect(await told(person, 'application.reminded')).toBe(1)
  await expect(remindApplicant(later, number)).rejects.toMatchObject({ code: 'reminded' })
  await recallNomination(way.head, number)
  expect(await stage(person, number)).toBe('withdrawn')
  await expect(answerNomination(person, number, { answer: 'consented', words: '' })).rejects.toMatchObject({
    code: 'application-state',
  })
})
