/** Ties that earlier panels and nominations have made; and several kinds of one person. */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { declareConflict } from '#app/domain/panels/conflicts/keeping.server.ts'
import { barOf } from '#app/domain/panels/conflicts/kinds.ts'
import { content } from '#content/load.ts'
import {
  applications,
  directionVersions,
  employments,
  engagements,
  nominationLetters,
  panels,
  seats,
} from '#db/schema/index.ts'
import { developerOf, kindsOf, test } from '#test/support/conflict-room.ts'
import { pastPanel } from '#test/support/given/past-panels.ts'

test('an author who has judged a text of the expert makes the expertise reciprocal, for the years that are set', async ({
  given,
  db,
  findingsOf,
}) => {
  const panel = await given.panel()
  const expert = await given.expert([panel.direction])
  const own = await given.developer()
  const draft = await given.draft({ by: { ...own, personId: expert.personId } })
  const author = panel.draft.institute.personId
  const past = await pastPanel(db, {
    like: panel.id,
    draft,
    opened: '2023-03-01T19:30:00Z',
    members: [author],
  })
  // opened at half past midnight of 2 March in the zone of the instance
  expect(await findingsOf(panel, expert.personId)).toMatchObject([
    {
      kind: 'reciprocal',
      weight: 'block',
      facts: [{ panel: past.number, person: panel.draft.institute.number, from: '2023-03-02' }],
    },
  ])
  expect(await findingsOf(panel, expert.personId, { now: '2026-03-03T09:00:00Z' })).toEqual([])
  await db.update(panels).set({ cancelledAt: new Date() }).where(eq(panels.id, past.id))
  expect(await findingsOf(panel, expert.personId)).toEqual([])
  await db.update(panels).set({ cancelledAt: null }).where(eq(panels.id, past.id))
  await db.update(seats).set({ leftAt: new Date() }).where(eq(seats.panelId, past.id))
  expect(await findingsOf(panel, expert.personId)).toEqual([])
})

test('a nomination ties both ways and warns; a declined one does not', async ({ given, db, findingsOf }) => {
  const panel = await given.panel()
  const { institute } = panel.draft
  const [expert, other] = await given.experts(2, [panel.direction])
  const workOf = async (personId: string) =>
    (await db.select().from(employments).where(eq(employments.personId, personId)))[0]?.organisationId ?? ''
  const nominate = async (
    organisationId: string,
    personId: string,
    day: string,
    state: 'survey' | 'declined',
  ) => {
    const letterId = uuidv7()
    await db.insert(nominationLetters).values({
      ...{ id: letterId, organisationId, number: '01-15', day },
      ...{ createdById: institute.personId, createdAt: new Date(day) },
    })
    const [version] = await db
      .select()
      .from(directionVersions)
      .where(eq(directionVersions.id, panel.direction))
    await db.insert(applications).values({
      ...{
        personId,
        directionId: version?.directionId ?? '',
        directionVersionId: panel.direction,
        letterId,
        state,
      },
      ...{ since: new Date(day), createdById: institute.personId, createdAt: new Date(day) },
    })
  }
  const [person, back] = [expert?.personId ?? '', other?.personId ?? '']
  await nominate(developerOf(panel), person, '2023-03-01', 'survey')
  expect(await findingsOf(panel, person)).toEqual([])
  await nominate(developerOf(panel), back, '2025-01-01', 'declined')
  expect(await findingsOf(panel, back)).toEqual([])
  await db.delete(applications).where(eq(applications.personId, person))
  await nominate(developerOf(panel), person, '2023-03-02', 'survey')
  expect(await findingsOf(panel, person)).toMatchObject([
    {
      kind: 'nominator',
      weight: 'warn',
      facts: [{ relation: 'nominated', letter: '01-15', from: '2023-03-02' }],
    },
  ])
  await nominate(await workOf(back), institute.personId, '2025-01-01', 'survey')
  expect(await findingsOf(panel, back)).toMatchObject([
    { kind: 'nominator', facts: [{ relation: 'nominating' }] },
  ])
})

test('the same two people on three opened panels within two years are a warning of both, not of others', async ({
  given,
  db,
  findingsOf,
}) => {
  const panel = await given.panel()
  const [one, two, three] = (await given.experts(3, [panel.direction])).map(({ personId }) => personId) as [
    string,
    string,
    string,
  ]
  const sat = (opened: string, members: string[]) => pastPanel(db, { like: panel.id, opened, members })
  await sat('2024-03-01T12:00:00Z', [one, two]) // a day too early
  await sat('2024-03-02T12:00:00Z', [one, two, three])
  await sat('2025-01-01T12:00:00Z', [one, two, three])
  expect(await findingsOf(panel, one, { beside: [one, two, three] })).toEqual([])
  await sat('2025-06-01T12:00:00Z', [two, one])
  const beside = [one, two, three]
  expect(await findingsOf(panel, one, { beside })).toMatchObject([
    { kind: 'together', weight: 'warn', facts: [{ relation: 'sat' }, {}, {}] },
  ])
  expect(kindsOf(await findingsOf(panel, two, { beside }))).toEqual(['together'])
  expect(await findingsOf(panel, three, { beside })).toEqual([])
  expect(await findingsOf(panel, one, { beside: [three] })).toEqual([])
  const { kinds } = content().settings.conflicts
  kinds.together = 'block'
  try {
    expect(barOf(await findingsOf(panel, one, { beside }))).toBe('together')
  } finally {
    kinds.together = 'warn'
  }
})

test('a person may have several: those that block first, then by how serious they are', async ({
  given,
  acts,
  db,
  findingsOf,
}) => {
  const panel = await given.panel()
  const sister = await given.organisation()
  const { personId } = await given.expert([panel.direction], { organisationId: sister.id })
  await db.insert(employments).values({
    personId,
    organisationId: developerOf(panel),
    post: 'методист',
    during: '[2020-01-01,2025-01-01)',
  })
  await declareConflict(acts(panel.secretary), panel.id, personId)
  const { kinds } = content().settings.conflicts
  expect(kindsOf(await findingsOf(panel, personId))).toEqual(['declared', 'former-employer'])
  kinds.declared = 'warn'
  try {
    expect(kindsOf(await findingsOf(panel, personId))).toEqual(['former-employer', 'declared'])
  } finally {
    kinds.declared = 'block'
  }
})

test('who published a practice together with an author keeps away for the years that are set', async ({
  given,
  db,
  findingsOf,
}) => {
  const panel = await given.panel()
  const [coauthor, stranger] = await given.experts(2, [panel.direction])
  if (!coauthor || !stranger) throw new Error('two experts')
  const author = panel.draft.institute.personId
  const wrote = async (
    personId: string,
    objectId: string,
    day: string,
    what: { kind?: string; role?: string } = {},
  ) =>
    db.insert(engagements).values({
      ...{ personId, kind: 'practice', objectKind: 'practice', objectId, title: 'Практика', role: 'author' },
      ...{ during: `[${day},${day}]`, outcome: 'finished', inRegistry: true, recordedAt: new Date() },
      ...what,
    })
  const [shared, own, elsewhere] = [uuidv7(), uuidv7(), uuidv7()]
  for (const personId of [author, coauthor.personId]) await wrote(personId, shared, '2023-03-02')
  // another practice of each is nothing that ties them
  await wrote(stranger.personId, own, '2025-05-01')
  // nor is a review of it, or another work together
  await wrote(stranger.personId, shared, '2025-05-01', { kind: 'practice-review', role: 'reviewer' })
  for (const personId of [author, stranger.personId])
    await wrote(personId, elsewhere, '2025-05-01', { kind: 'discussion', role: 'participant' })
  expect(await findingsOf(panel, coauthor.personId)).toMatchObject([
    {
      ...{ kind: 'co-author', weight: 'block' },
      facts: [{ relation: 'wrote', person: panel.draft.institute.number, from: '2023-03-02' }],
    },
  ])
  expect(await findingsOf(panel, stranger.personId)).toEqual([])
  expect(await findingsOf(panel, coauthor.personId, { now: '2026-03-03T09:00:00Z' })).toEqual([])
})
