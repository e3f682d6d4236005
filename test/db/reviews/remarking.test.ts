import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { changeStages } from '#app/domain/reviews/course/discussing.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { anchors, engagements, logEntries, remarks, stages } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'

const rowOf = async (ctx: Ctx, id: string) =>
  (await ctx.db.select().from(remarks).where(eq(remarks.id, id)))[0]

test('leaves a remark on a phrase with its evidence, number and log entry', async ({ given, db, acts }) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft)
  expect(number).toBe(1)
  const remark = await rowOf(acts(author), id)
  expect(remark).toMatchObject({ participantNumber: 1, late: false, draftId: draft.id })
  expect(remark?.stageId).not.toBeNull()
  const [anchor] = await db
    .select()
    .from(anchors)
    .where(eq(anchors.id, remark?.anchorId ?? ''))
  expect(anchor).toMatchObject({ exact: 'экспертный лист', address: 'п. 1', whole: false })
  const [entry] = await db.select().from(logEntries).where(eq(logEntries.objectId, id))
  expect(entry).toMatchObject({ kind: 'remark.left', actorId: author.personId })
  expect(JSON.stringify(entry?.facts)).not.toContain('Срок')
})

test('the biography names the discussion of who signs by name, and nothing of who signs by number', async ({
  given,
  db,
}) => {
  const [draft, experts] = [await given.discussed(), expertsGiven(db)]
  const author = await given.user()
  await experts.status({ id: author.personId }, await experts.direction())
  const known = () => db.select().from(engagements).where(eq(engagements.personId, author.personId))
  for (const shownAs of ['number', 'role'] as const) {
    await given.remark(draft, { by: author, shownAs })
    expect(await known()).toEqual([])
  }
  await given.remark(draft, { by: author, shownAs: 'name' })
  expect(await known()).toMatchObject([{ kind: 'discussion', objectId: draft.id }])
})

test('two remarks on one word survive version 2', async ({ given, as }) => {
  const draft = await given.discussed()
  const first = await given.remark(draft, { words: 'трёх' })
  const second = await given.remark(draft, { words: 'трёх', kind: 'objection', body: 'Нужно пять дней.' })
  const text = [
    'Новая вводная часть о предмете обсуждения.',
    'Настоящий Порядок определяет правила профессионально-общественного обсуждения проектов документов.',
    '1. Эксперт внимательно заполняет экспертный лист в течение трёх рабочих дней.',
    '2. Сведения об экспертах публикуются в открытой части реестра.',
  ].join('\n\n')
  await given.nextVersion(draft, text)

  const { blocks, remarks } = await versionView(as(null), draft.id, 2)
  const shown = remarks.filter(({ number }) => [first.number, second.number].includes(number))
  expect(shown).toHaveLength(2)
  for (const { place, exact } of shown) {
    expect(exact).toBe('трёх')
    const block = blocks.find(({ blockId }) => blockId === place?.fromBlockId)
    expect(block?.text.slice(place?.fromOffset, place?.toOffset)).toBe('трёх')
    expect(place?.status).toBe('exact')
  }
})

test('a remark to deleted words keeps a seat in the next version and is still shown', async ({
  given,
  as,
}) => {
  const draft = await given.discussed()
  const { number } = await given.remark(draft, { words: 'Заключительные положения' })
  await given.nextVersion(
    draft,
    'Настоящий Порядок определяет правила общественного обсуждения проектов документов.\n\n1. Эксперт заполняет экспертный лист в течение трёх дней.',
  )
  const { remarks } = await versionView(as(null), draft.id, 2)
  expect(remarks.find((remark) => remark.number === number)).toMatchObject({
    exact: 'Заключительные положения',
    place: { status: 'deleted' },
  })
})

test('fifty remarks at once get fifty numbers, a person keeps one participant number', {
  timeout: 90_000,
}, async ({ given, db }) => {
  const draft = await given.discussed()
  const [one, two] = [await given.user(), await given.user()]
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      given.remark(draft, { by: i % 2 ? one : two, body: `Замечание ${i} об этом сроке.` }),
    ),
  )
  const rows = await db.select().from(remarks).where(eq(remarks.draftId, draft.id))
  expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 1),
  )
  expect(
    new Set(rows.map(({ authorId, participantNumber }) => `${authorId}:${participantNumber}`)).size,
  ).toBe(2)
})

test('the last day lasts until its midnight in the zone of the instance', async ({ given, db, acts }) => {
  const draft = await given.discussed()
  const [stage] = await db
    .select()
    .from(stages)
    .where(eq(stages.versionId, draft.versionId))
    .orderBy(stages.position)
    .offset(1)
  expect(stage?.lastDay).toBe('2026-03-12')
  const author = await given.user()
  const { fromBlockId } = await someBlock(acts(author), draft)
  const input = {
    draftId: draft.id,
    versionId: draft.versionId,
    fromBlockId,
    kind: 'question' as const,
    body: 'Успею ли я?',
  }
  await leaveRemark(acts(author, '2026-03-12T18:59:59Z'), input)
  await expect(leaveRemark(acts(author, '2026-03-12T19:00:00Z'), input)).rejects.toMatchObject({
    code: 'discussion-closed',
  })
  await expect(leaveRemark(acts(author, '2026-02-27T18:59:59Z'), input)).rejects.toMatchObject({
    code: 'discussion-not-open',
  })
})

test('a remark that waits while its stage is being closed is judged by the stage as it has become', async ({
  given,
  db,
  acts,
}) => {
  const draft = await given.discussed()
  const author = await given.user()
  const { fromBlockId } = await someBlock(acts(author), draft)
  const [stage] = await db
    .select()
    .from(stages)
    .where(eq(stages.versionId, draft.versionId))
    .orderBy(stages.position)
    .offset(1)
  const input = {
    draftId: draft.id,
    versionId: draft.versionId,
    fromBlockId,
    kind: 'criticism' as const,
    body: 'Поздно?',
  }
  let waiting: Promise<unknown> = Promise.resolve()
  await db.transaction(async (tx) => {
    const closer = { ...acts(draft.institute), db: tx as unknown as typeof db }
    await changeStages(closer, draft.id, [
      { id: stage?.id ?? '', firstDay: '2026-02-28', lastDay: '2026-03-04' },
    ])
    waiting = leaveRemark(acts(author, '2026-03-05T09:00:00Z'), input).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  expect(await waiting).toMatchObject({ code: 'discussion-closed' })
  expect(await db.select().from(remarks).where(eq(remarks.draftId, draft.id))).toEqual([])
})

test('a guest, a stranger block, a foreign version and an unpublished draft are refused', async ({
  given,
  as,
  acts,
}) => {
  const draft = await given.discussed()
  const other = await given.discussed()
  const author = await given.user()
  const { fromBlockId } = await someBlock(acts(author), draft)
  const input = {
    draftId: draft.id,
    versionId: draft.versionId,
    fromBlockId,
    kind: 'criticism' as const,
    body: 'Слова',
  }
  const cases: [Partial<typeof input>, string][] = [
    [{ versionId: other.versionId }, 'not-found'],
    [{ fromBlockId: '00000000-0000-7000-8000-000000000000' }, 'passage-not-found'],
    [{ body: '   ' }, 'required'],
    [{ body: 'я'.repeat(5001) }, 'too-long'],
    [{ body: 'я'.repeat(1_000_000) }, 'too-long'],
  ]
  for (const [change, code] of cases)
    await expect(leaveRemark(acts(author), { ...input, ...change })).rejects.toMatchObject({ code })
  await expect(leaveRemark(as(null) as ActingCtx, input)).rejects.toThrow()
  const hidden = await given.draft({ published: false })
  await expect(leaveRemark(acts(author), { ...input, draftId: hidden.id })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('hostile words are stored as words, without signs that cannot be stored or that turn the text around', async ({
  given,
  as,
  acts,
}) => {
  const draft = await given.discussed()
  const script =
    '<script>alert(1)</script> {{name}} =HYPERLINK("x") \u202Eтскет\u2069 \u0000 \ud800 😀\r\nстрока'
  const { id } = await given.remark(draft, { body: script })
  const row = await rowOf(acts(await given.user()), id)
  expect(row?.body).toBe('<script>alert(1)</script> {{name}} =HYPERLINK("x") тскет   😀\nстрока')
  const { remarks } = await versionView(as(null), draft.id, 1)
  expect(remarks.some(({ body }) => body.startsWith('<script>'))).toBe(true)
})

test('a replacement must fit its passage when it is made', async ({ given }) => {
  const draft = await given.discussed()
  await expect(given.remark(draft, { kind: 'criticism', replacement: 'пяти' })).rejects.toMatchObject({
    code: 'replacement-kind',
  })
  await expect(
    given.remark(draft, { kind: 'proposal', words: 'трёх', replacement: 'трёх' }),
  ).rejects.toMatchObject({
    code: 'replacement-same',
    field: 'replacement',
  })
  const { id } = await given.remark(draft, { kind: 'proposal', words: 'трёх', replacement: 'пяти' })
  expect(id).toBeTruthy()
})

async function someBlock(ctx: ActingCtx, draft: { versionId: string }) {
  const rows = await ctx.db.execute<{ block_id: string }>(
    `select block_id from blocks where version_id = '${draft.versionId}' order by position limit 1`,
  )
  return { fromBlockId: rows[0]?.block_id ?? '' }
}
