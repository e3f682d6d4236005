import { expect } from 'vitest'
import { placeQuestion, settlePlace } from '#app/domain/reviews/anchors/settling.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { placesOf } from '#app/domain/reviews/showing.server.ts'
import { test } from '#test/support/database.ts'

const lead = 'Настоящий порядок определяет правила ведения реестра.'
const words = 'Мониторинг результативности сообщества проводится ежегодно региональным оператором реестра.'
const changed = 'Мониторинг результативности экспертов ведётся постоянно региональным оператором Концепции.'
const rest = ['Координация и анализ итогов года.', 'Заключительные положения действуют до новой редакции.']
const textOf = (...parts: string[]) => parts.join('\n\n')
const doubtful = textOf(lead, changed, ...rest, words)

test('a doubtful place waits for a person, who chooses; the remark stands there, with the name of who chose', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed({ text: textOf(lead, words, ...rest) })
  const remark = await given.remark(draft, { words: 'ежегодно региональным' })
  expect(await placeQuestion(acts(draft.institute), remark.id)).toBeNull()
  await expect(
    settlePlace(acts(draft.institute), remark.id, { version: 2, attempt: 1, place: 'none' }),
  ).rejects.toThrow('place-certain')

  await given.nextVersion(draft, doubtful)
  const ctx = acts(draft.institute)
  const question = await placeQuestion(ctx, remark.id)
  expect(question).toMatchObject({ version: { number: 2 }, attempt: 1, chosen: null })
  expect(question?.candidates.map(({ text }) => text)).toEqual([changed, words])
  const [here, there] = question?.candidates ?? []
  const answer = { version: 2, attempt: 1, place: here?.blockId ?? '' }

  await expect(settlePlace(acts(await given.user()), remark.id, answer)).rejects.toThrow('forbidden')
  await expect(settlePlace(acts(remark.author), remark.id, answer)).rejects.toThrow('forbidden')
  await expect(settlePlace(acts(await given.developer()), remark.id, answer)).rejects.toThrow('forbidden')
  const foreign = question?.seat.blockId ?? ''
  await expect(settlePlace(ctx, remark.id, { version: 2, attempt: 1, place: foreign })).rejects.toThrow(
    'invalid',
  )

  // a form shown for another version is stale, whatever its attempt
  await expect(settlePlace(ctx, remark.id, { ...answer, version: 1 })).rejects.toThrow('conflict')
  await settlePlace(ctx, remark.id, answer)
  const shown = (await placesOf(ctx, remark.id)).at(-1)
  expect(shown).toMatchObject({ version: 2, status: 'edited', blockId: here?.blockId })
  expect(shown?.words).toContain('региональным')
  await expect(settlePlace(ctx, remark.id, { version: 2, attempt: 1, place: 'none' })).rejects.toThrow(
    'conflict',
  )

  await settlePlace(ctx, remark.id, { version: 2, attempt: 2, place: there?.blockId ?? '' })
  expect((await placesOf(ctx, remark.id)).at(-1)).toMatchObject({
    status: 'moved',
    words: 'ежегодно региональным',
  })
  const rows = await db.query.resolutions.findMany({ orderBy: (row, { asc }) => [asc(row.attempt)] })
  const own = rows.filter(({ versionId }) => versionId === question?.version.id)
  expect(own.map(({ status }) => status)).toEqual(['ambiguous', 'edited', 'moved'])
  expect(own.map(({ confirmedById }) => confirmedById)).toEqual([
    null,
    draft.institute.personId,
    draft.institute.personId,
  ])
  const log = await db.query.logEntries.findMany()
  expect(log.filter(({ kind }) => kind === 'place.settled')).toHaveLength(2)
})

test('what was said holds in the next versions: a chosen place is followed, «none» asks no second time', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed({ text: textOf(lead, words, ...rest) })
  const [kept, gone] = [
    await given.remark(draft, { words: 'ежегодно региональным' }),
    await given.remark(draft, {
      words: 'Мониторинг результативности',
      body: 'Термин нужно объяснить в тексте.',
    }),
  ]
  const ctx = acts(draft.institute)
  await given.nextVersion(draft, doubtful)
  const question = await placeQuestion(ctx, kept.id)
  const [here] = question?.candidates ?? []
  await settlePlace(ctx, kept.id, { version: 2, attempt: 1, place: here?.blockId ?? '' })
  await settlePlace(ctx, gone.id, { version: 2, attempt: 1, place: 'none' })
  expect((await placesOf(ctx, gone.id)).at(-1)).toMatchObject({ version: 2, status: 'deleted', words: '' })

  await given.nextVersion(draft, textOf('Новая преамбула порядка ведения реестра экспертов.', doubtful))
  expect((await placesOf(ctx, kept.id)).at(-1)).toMatchObject({
    version: 3,
    status: 'edited',
    blockId: here?.blockId,
  })
  expect((await placesOf(ctx, gone.id)).at(-1)).toMatchObject({ version: 3, status: 'deleted' })
  expect(await placeQuestion(ctx, gone.id)).toBeNull()
})

test('two people at once: one choice stands, the other is told; after a withdrawal nothing is settled', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed({ text: textOf(lead, words, ...rest) })
  const remark = await given.remark(draft, { words: 'ежегодно региональным' })
  await given.nextVersion(draft, doubtful)
  const ctx = acts(draft.institute)
  const places = (await placeQuestion(ctx, remark.id))?.candidates.map(({ blockId }) => blockId) ?? []
  const answers = await Promise.allSettled(
    places.map((place) => settlePlace(ctx, remark.id, { version: 2, attempt: 1, place })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await withdrawRemark(acts(remark.author), remark.id, '')
  await expect(settlePlace(ctx, remark.id, { version: 2, attempt: 2, place: 'none' })).rejects.toThrow(
    'remark-withdrawn',
  )
  expect((await draftBySlug(ctx, draft.slug)).current?.number).toBe(2)
})
