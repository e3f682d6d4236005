import { expect } from 'vitest'
import { sha256 } from '#app/domain/canonical.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { publishedSummary, publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { test } from '#test/support/database.ts'

test('hidden words are seen by their author and the moderator, and stay out of the summary', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { body: 'Грубые слова' })
  const moderator = await given.user({ role: 'moderator' })
  await expect(
    stepIn(
      acts(draft.institute),
      reviewTexts,
      { kind: 'remark', id },
      { step: 'hide', reason: 'insult', words: 'Спам' },
    ),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await stepIn(
    acts(moderator),
    reviewTexts,
    { kind: 'remark', id },
    { step: 'hide', reason: 'insult', words: 'Нарушает правила обсуждения' },
  )
  const wordsFor = async (ctx: ReturnType<typeof as>) => (await threadOf(ctx, draft.id, number)).remark.body
  expect([await wordsFor(as(null)), await wordsFor(acts(author)), await wordsFor(acts(moderator))]).toEqual([
    '',
    'Грубые слова',
    'Грубые слова',
  ])
  await publishSummary(acts(draft.institute), draft.id)
  const summary = await publishedSummary(as(null), draft.id)
  expect(JSON.stringify(summary?.body)).not.toContain('Грубые слова')
  expect(summary?.body.rows).toMatchObject([{ number, hidden: true, body: '' }])
})

test('the summary waits for every answer, names people by number, and its hash can be made again', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const first = await given.remark(draft, { words: 'Заключительные' })
  const second = await given.remark(draft, { words: 'Эксперт' })
  const desk = acts(draft.institute)
  await decide(desk, first.id, { decision: 'accepted', reason: '' })
  await expect(publishSummary(desk, draft.id)).rejects.toMatchObject({
    code: 'summary-unanswered',
    facts: { n: 1 },
    field: 'unansweredReason',
  })
  await expect(publishSummary(acts(first.author), draft.id)).rejects.toMatchObject({ code: 'forbidden' })
  const { sha256: hash } = await publishSummary(desk, draft.id, {
    unansweredReason: 'Ждём позицию министерства.',
  })
  const summary = await publishedSummary(as(null), draft.id)
  expect(sha256(summary?.body)).toBe(hash)
  expect(summary?.body.rows.map(({ number }) => number)).toEqual([second.number, first.number])
  expect(JSON.stringify(summary?.body)).not.toContain('Берёзкина')
  expect(summary?.body.counts).toEqual({ positions: 0, remarks: 2, participants: 2, unanswered: 1 })
  await expect(decide(desk, second.id, { decision: 'accepted', reason: '' })).rejects.toMatchObject({
    code: 'summary-published',
  })
  await expect(given.remark(draft)).rejects.toMatchObject({ code: 'summary-published' })
})

test('each author sees the fate of the own remark and where it landed', async ({ given, acts }) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft, { words: 'трёх', kind: 'proposal', replacement: 'пяти' })
  const desk = acts(draft.institute)
  await decide(desk, id, { decision: 'accepted', reason: '' })
  const { id: versionId } = await beginVersion(desk, draft.id)
  await saveVersion(desk, versionId, {
    doc: docFromPlain('1. Эксперт заполняет экспертный лист в течение пяти дней.').doc,
    edition: 1,
  })
  const seen = await seenAll(desk, draft.id, '')
  await publishVersion(desk, versionId, { answers: [{ remarkId: id }], ...seen })
  expect(await fatesOf(acts(author))).toMatchObject([
    {
      currentVersion: 2,
      exact: 'трёх',
      place: { status: 'deleted' },
      decision: { decision: 'accepted', changedVersion: 2 },
      draft: { slug: draft.slug },
    },
  ])
  expect(await fatesOf(acts(await given.user()))).toEqual([])
})

test('a person who signs in two ways is counted once', async ({ given, acts, as }) => {
  const draft = await given.discussed()
  const { author } = await given.remark(draft, { shownAs: 'number', body: 'Срок короткий.' })
  await given.remark(draft, { by: author, shownAs: 'name', body: 'И объём велик.' })
  await given.remark(draft, { body: 'Согласен с коллегами.' })
  await publishSummary(acts(draft.institute), draft.id, { unansweredReason: 'Проба.' })
  const summary = await publishedSummary(as(null), draft.id)
  expect(summary?.body.counts).toMatchObject({ remarks: 3, participants: 2 })
  expect(new Set(summary?.body.rows.map(({ participant }) => participant)).size).toBe(3)
})
