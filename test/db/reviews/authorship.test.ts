/** Who signed a remark is shown as the author chose, though the name could be shown: to readers and in the summary. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { summaryRows } from '#app/domain/reviews/summary/summarising.server.ts'
import { employments, municipalities } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('by number nothing but the number of the participant, by role no name, by name all', async ({
  given,
  as,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const municipality = (await given.municipality()).name
  const { id: organisationId } = await given.organisation({
    municipalityId: (await db.select().from(municipalities).where(eq(municipalities.name, municipality)))[0]
      ?.id,
  })
  const author = await given.user()
  await db
    .insert(employments)
    .values({ personId: author.personId, organisationId, post: 'завуч', during: '[2020-01-01,)' })
  await giveConsent(acts(author), 'distribution')
  for (const shownAs of ['number', 'role', 'name'] as const)
    await given.remark(draft, { by: author, shownAs, body: `Подписано: ${shownAs}.` })

  const name = `${author.familyName} ${author.givenName} ${author.patronymic}`
  const unnamed = { personNumber: null, name: null, expert: false }
  // Each way to sign has a number of its own: equal numbers would tell who hides behind one.
  const expected = [
    { participantNumber: 1, ...unnamed, post: null, municipality: null },
    { participantNumber: 2, ...unnamed, post: 'завуч', municipality },
    { participantNumber: 3, personNumber: author.number, name, post: 'завуч', municipality, expert: false },
  ]
  for (const ctx of [as(null), acts(await given.user()), acts(draft.institute)]) {
    const { remarks } = await versionView(ctx, draft.id, 1)
    expect(remarks.map(({ author }) => author)).toEqual(expected)
    const rows = (await summaryRows(ctx, draft.id)).sort((a, b) => a.number - b.number)
    expect(rows.map(({ author }) => author)).toEqual(expected)
    expect(JSON.stringify(remarks.slice(0, 2))).not.toContain(author.familyName)
  }
})

test('a position is signed by the organisation and its signatory, whoever typed it', async ({
  given,
  as,
  acts,
}) => {
  const draft = await given.discussed()
  const head = await given.developer('school')
  const organisationId = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  await giveConsent(acts(head), 'distribution')
  const signatory = 'Директор О. П. Вымыслова'
  await given.remark(draft, { by: head, onBehalfOfId: organisationId, signatory })
  const { remarks } = await versionView(as(null), draft.id, 1)
  expect(remarks[0]).toMatchObject({
    position: true,
    author: { personNumber: null, name: expect.stringContaining('Школа'), post: signatory },
  })
  expect(JSON.stringify(remarks)).not.toContain(head.familyName)
})

test('a reply keeps the signature of its day: a later remark by name uncovers nobody', async ({
  given,
  as,
  acts,
}) => {
  const draft = await given.discussed()
  const author = await given.user()
  await giveConsent(acts(author), 'distribution')
  const { id, number } = await given.remark(draft, { by: author, shownAs: 'number' })
  await reply(acts(author), id, 'Дополню под своим номером')
  await given.remark(draft, { by: author, shownAs: 'name', body: 'А это от своего имени' })
  const { replies } = await threadOf(as(null), draft.id, number)
  expect(replies).toMatchObject([{ name: null, participantNumber: 1 }])
})
