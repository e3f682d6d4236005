/** Who signed a remark is shown as the author chose, though the name could be shown: to readers and in the summary. */
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { summaryRows } from '#app/domain/reviews/summarising.server.ts'
import { employments } from '#db/schema/index.ts'
import { test } from './room.ts'

test('by number nothing but the number of the participant, by role no name, by name all', async ({
  given,
  as,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const { id: organisationId } = await given.organisation()
  const author = await given.user()
  await db
    .insert(employments)
    .values({ personId: author.personId, organisationId, post: 'завуч', during: '[2020-01-01,)' })
  await giveConsent(acts(author), 'distribution')
  for (const shownAs of ['number', 'role', 'name'] as const)
    await given.remark(draft, { by: author, shownAs, body: `Подписано: ${shownAs}.` })

  const name = `${author.familyName} ${author.givenName} ${author.patronymic}`
  const expected = [
    { participantNumber: 1, personNumber: null, name: null, post: null, expert: false },
    { participantNumber: 1, personNumber: null, name: null, post: 'завуч', expert: false },
    { participantNumber: 1, personNumber: author.number, name, post: 'завуч', expert: false },
  ]
  for (const ctx of [as(null), acts(await given.user()), acts(draft.institute)]) {
    const { remarks } = await versionView(ctx, draft.id, 1)
    expect(remarks.map(({ author }) => author)).toEqual(expected)
    const rows = (await summaryRows(ctx, draft.id)).sort((a, b) => a.number - b.number)
    expect(rows.map(({ author }) => author)).toEqual(expected)
    expect(JSON.stringify(remarks.slice(0, 2))).not.toContain(author.familyName)
  }
})
