/** The card as a biography: works with their role and what is public of them, on a day and as known on a day. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { drafts, issued, remarks } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('a finished expertise tells the role and links to the conclusion, until it is revoked', async ({
  given,
  as,
  db,
}) => {
  const panel = await given.signing()
  const [chair] = panel.members
  const number = chair?.actor.number ?? 0
  const [before] = (await cardOf(as(null), number)).engagements
  expect(before).toMatchObject({ kind: 'panel', role: 'member', outcome: 'going', conclusion: null })

  for (const { actor } of panel.members) await given.signsOnPaper(panel, actor)
  const paper = `${panel.number}-1`

  const [after] = (await cardOf(as(null), number)).engagements
  expect(after).toMatchObject({
    ...{
      role: 'chair',
      outcome: 'finished',
      conclusion: paper,
      draft: panel.draft.slug,
      panel: panel.number,
    },
  })
  const other = panel.members[1]?.actor.number ?? 0
  expect((await cardOf(as(null), other)).engagements[0]).toMatchObject({ role: 'member', conclusion: paper })
  await db.update(issued).set({ revokedAt: new Date() }).where(eq(issued.kind, 'conclusion'))
  expect((await cardOf(as(null), number)).engagements[0]?.conclusion).toBeNull()
})

test('only remarks in sight and signed with the name are counted, with what became of them', async ({
  given,
  as,
  acts,
  db,
}) => {
  const person = await given.registry.expert(await given.registry.direction())
  const [draft, speaker] = [await given.discussed(), await given.user({ person })]
  const first = await given.remark(draft, { by: speaker })
  await given.remark(draft, { by: speaker, body: 'Не сказано, кто отвечает за срок.' })
  await given.remark(draft, { by: speaker, shownAs: 'number', body: 'Под номером.' })
  const read = async () => (await cardOf(as(null), speaker.number)).engagements[0]
  expect(await read()).toMatchObject({ kind: 'discussion', draft: draft.slug, said: 2, accepted: 0 })
  await decide(acts(draft.institute), first.id, { decision: 'partly', reason: 'Уточнили.' })
  expect(await read()).toMatchObject({ said: 2, accepted: 1 })
  await db.update(remarks).set({ hiddenAt: new Date() }).where(eq(remarks.id, first.id))
  expect(await read()).toMatchObject({ said: 1, accepted: 0 })
  await db.update(drafts).set({ withdrawnAt: new Date() }).where(eq(drafts.id, draft.id))
  expect(await read()).toMatchObject({ draft: null, said: 0, title: expect.any(String) })
})

test('works stand as on the day and as known then; kinds of rooms to come need nothing', async ({
  given,
  as,
}) => {
  const person = await given.registry.expert(await given.registry.direction())
  const work = (firstDay: string, lastDay: string, kind: string, now: string) =>
    recordEngagement(as(null, { now }), {
      ...{ personId: person.id, kind, objectKind: kind, objectId: crypto.randomUUID() },
      ...{ title: 'Практика наставничества', role: 'author', firstDay, lastDay, outcome: 'finished' },
    })
  await work('2025-10-01', '2025-10-20', 'practice', '2025-11-01T09:00:00Z')
  await work('2025-10-05', '2025-12-01', 'panel', '2026-02-01T09:00:00Z')
  const on = async (day: string, known: string | null = null) => {
    const card = await cardOf(as(null, { now: '2026-03-01T09:00:00Z' }), person.number, { day, known })
    return [card.engagements.map(({ kind, outcome }) => `${kind} ${outcome}`).sort(), card.finished]
  }
  expect(await on('2026-03-01')).toEqual([['panel finished', 'practice finished'], 1])
  expect(await on('2025-10-10')).toEqual([['panel going', 'practice going'], 0])
  expect(await on('2025-10-02')).toEqual([['practice going'], 0])
  expect((await on('2025-12-15', '2025-12-31'))[0]).toEqual(['practice finished'])
})
