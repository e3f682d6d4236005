/** Who may take part: a stage that hears experts takes no words of others, on the page and in the commands. */
import { expect } from 'vitest'
import { changeStages, openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { Stages } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { support } from '#app/domain/reviews/remarks/supporting.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { stages } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { panelsGiven } from '#test/support/given/panels.ts'

const days = { firstDay: '2026-03-01', lastDay: '2026-03-20' }
const talk = { kind: 'discussion' as const, title: 'Обсуждение', ...days }

test('a stage of experts takes remarks, replies and support of people of the registry alone', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.draft()
  await openDiscussion(acts(draft.institute), draft.id, {
    process: 'public-discussion',
    stages: [{ ...talk, who: ['expert'] }],
  })
  const panels = panelsGiven(db)
  const expert = await panels.expert([(await panels.panel()).direction])
  const { id } = await given.remark(draft, { by: expert })
  const other = await given.user()
  const refused = { code: 'stage-of-others' }
  await expect(given.remark(draft, { by: other })).rejects.toMatchObject(refused)
  await expect(reply(acts(other), id, 'Ответ')).rejects.toMatchObject(refused)
  await expect(support(acts(other), id)).rejects.toMatchObject(refused)
  expect((await draftBySlug(acts(other), draft.slug)).facts.outside).toBe(true)
  expect((await draftBySlug(acts(expert), draft.slug)).facts.outside).toBe(false)
  // a guest may be an expert: asked to sign in, not sent away
  const guest = (await draftState(as(null), draft.id)).facts
  expect(reviewRules.remark(null, guest)).toBe('signed-out')
  // the developer answers whoever speaks
  await reply(acts(draft.institute), id, 'Спасибо, посмотрим.')
})

test('people of the developer are heard where the order names them, members of a panel alone where it names the panel', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const outsider = await given.user()
  const outside = async (who: string[], actor: typeof outsider) => {
    await db.update(stages).set({ who })
    return (await draftState(acts(actor), draft.id)).facts.outside
  }
  expect(await outside(['institute'], draft.institute)).toBe(false)
  expect(await outside(['invited'], draft.institute)).toBe(false)
  expect(await outside(['institute', 'invited'], outsider)).toBe(true)
  expect(await outside(['panel'], draft.institute)).toBe(true)
  expect(await outside(['panel', 'participant'], outsider)).toBe(false)
})

test('the reason for other days stands in the course; a form names nobody but those who may be heard', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const ctx = acts(draft.institute)
  const known = (await draftState(ctx, draft.id)).stages
  const moved = known.map(({ id, firstDay, lastDay, kind }) => ({
    ...{ id, firstDay },
    lastDay: kind === 'processing' ? '2026-03-25' : lastDay,
  }))
  await changeStages(ctx, draft.id, moved, 'Праздники короче')
  expect((await draftState(ctx, draft.id)).stages.at(-1)?.lastDay).toBe('2026-03-25')
  const sent = (who: string) => Stages.safeParse({ process: 'public-discussion', stages: [{ ...talk, who }] })
  expect(sent('expert').data?.stages[0]?.who).toEqual(['expert'])
  expect(sent('admin').success).toBe(false)
})
