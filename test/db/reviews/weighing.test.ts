/** What must be seen before a version is published, what is kept of it, and where a divided passage stands. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { applyProposals } from '#app/domain/reviews/versions/applying.server.ts'
import { flagsOf, unkept } from '#app/domain/reviews/versions/flags.server.ts'
import { suggestionsIn, workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { logEntries, remarks, resolutions, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const paragraphs = [
  'Настоящий Порядок определяет правила общественного обсуждения проектов документов.',
  'Эксперт заполняет экспертный лист в течение трёх дней.',
  'Сведения об экспертах публикуются в открытой части реестра.',
  'Заключительные положения действуют до утверждения новой редакции.',
]
const text = paragraphs.join('\n\n')
const accepted = { decision: 'accepted', reason: 'Учтено' } as const

const flags = async (ctx: ActingCtx, draftId: string) => {
  const place = await workplaceOf(ctx, draftId)
  if (!place?.next) throw new RangeError('nothing is begun')
  return flagsOf(ctx, draftId, { base: place.base, next: place.next })
}
const write = async (ctx: ActingCtx, draftId: string, words: string) => {
  const { id } = await beginVersion(ctx, draftId)
  const { edition } = await saveVersion(ctx, id, { doc: docFromPlain(words).doc, edition: 1 })
  return { id, edition }
}

test('without a decision on every remark a version comes out only with a reason, which is kept', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed({ text })
  const desk = acts(draft.institute)
  await given.remark(draft, { words: 'трёх дней', body: 'Мало времени' })
  await given.remark(draft, { words: 'трёх дней', kind: 'support', body: '' })
  const { id, edition } = await write(desk, draft.id, text)
  const publish = (unansweredReason: string) => publishVersion(desk, id, { edition, unansweredReason })
  await expect(publish(' \u200b ')).rejects.toMatchObject({
    code: 'version-unanswered',
    facts: { n: 1 },
    field: 'unansweredReason',
  })
  const reason = 'Исправлена только структура, ответы выйдут до 20 марта <b>'
  await publish(reason)
  const [version] = await db.select().from(versions).where(eq(versions.id, id))
  expect(version).toMatchObject({
    unansweredReason: reason,
    flags: { unanswered: 1, unkept: 0, unexplained: 0 },
  })
  const [entry] = await db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.kind, 'version.published'), eq(logEntries.objectId, draft.id)))
    .orderBy(logEntries.id)
    .offset(1)
  expect(entry?.facts).toMatchObject({ unanswered: 1, reasons: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(JSON.stringify(entry?.facts)).not.toContain('структура')
})

test('a change that answers no remark must have been seen as it is', async ({ given, acts }) => {
  const draft = await given.discussed({ text })
  const desk = acts(draft.institute)
  const { id, edition } = await write(desk, draft.id, text.replace('открытой части', 'закрытой части'))
  const { unexplained, seen } = await flags(desk, draft.id)
  expect(unexplained.map(({ change, block }) => [change, block.text])).toEqual([
    ['edited', 'Сведения об экспертах публикуются в закрытой части реестра.'],
  ])
  await expect(publishVersion(desk, id, { edition })).rejects.toMatchObject({ code: 'version-unexplained' })
  const later = text.replace('открытой части', 'закрытой части').replace('трёх', 'двух')
  const next = await saveVersion(desk, id, { doc: docFromPlain(later).doc, edition })
  await expect(publishVersion(desk, id, { edition: next.edition, seen })).rejects.toMatchObject({
    code: 'version-unexplained',
    facts: { n: 2 },
  })
  const fresh = await flags(desk, draft.id)
  await publishVersion(desk, id, { edition: next.edition, seen: fresh.seen })
})

test('a promise is kept by the proposal put in, by another change of the place, or by a click; else it is explained', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed({ text })
  const desk = acts(draft.institute)
  const proposal = { kind: 'proposal' as const, words: 'трёх дней', replacement: 'пяти дней' }
  const [put, changed, still, elsewhere] = [
    await given.remark(draft, proposal),
    await given.remark(draft, { words: 'до утверждения новой редакции', body: 'Укажите день' }),
    await given.remark(draft, { words: 'проектов документов', body: 'Каких именно?' }),
    await given.remark(draft, { words: 'Настоящий Порядок', body: 'Добавьте термины' }),
  ]
  for (const { id } of [put, changed, still, elsewhere]) await decide(desk, id, accepted)
  const begun = await write(
    desk,
    draft.id,
    text.replace('до утверждения новой редакции', 'до 1 января 2030 года'),
  )
  const { edition } = await applyProposals(desk, draft.id, {
    ...{ base: 1, edition: begun.edition },
    proposals: [{ remarkId: put.id }],
  })
  const { promises, unexplained } = await flags(desk, draft.id)
  expect(promises.map(({ remark, state }) => [remark.number, state])).toEqual([
    [put.number, 'applied'],
    [changed.number, 'changed'],
    [still.number, 'same'],
    [elsewhere.number, 'same'],
  ])
  expect(unexplained).toEqual([])
  const answers = [{ remarkId: elsewhere.id }, { remarkId: changed.id }]
  const publish = (unkeptReason?: string) =>
    publishVersion(desk, begun.id, { edition, answers, ...(unkeptReason ? { unkeptReason } : {}) })
  await expect(publish()).rejects.toMatchObject({ code: 'version-unkept', facts: { n: 1 } })
  await publish('Перечень документов войдёт в приложение')
  const [version] = await db.select().from(versions).where(eq(versions.id, begun.id))
  expect(version?.flags).toEqual({ unanswered: 0, unkept: 1, unexplained: 0 })
})

test('words put in and written over since are a promise that was not kept', async ({ given, acts }) => {
  const draft = await given.discussed({ text })
  const desk = acts(draft.institute)
  const { id } = await given.remark(draft, { kind: 'proposal', words: 'трёх дней', replacement: 'пяти дней' })
  await decide(desk, id, accepted)
  const { versionId, edition } = await applyProposals(desk, draft.id, {
    ...{ base: 1, edition: 0 },
    proposals: [{ remarkId: id }],
  })
  expect((await flags(desk, draft.id)).promises).toMatchObject([{ state: 'applied' }])
  // refused afterwards: its words stand in the text without a ground, and can be taken out
  await decide(desk, id, { decision: 'rejected', reason: 'Срок задан законом' })
  expect((await flags(desk, draft.id)).unexplained).toHaveLength(1)
  const place = await workplaceOf(desk, draft.id)
  expect(place && (await suggestionsIn(desk, draft.id, place))).toMatchObject([{ applied: { remarkId: id } }])
  await decide(desk, id, accepted)
  const over = text.replace('трёх дней', 'тринадцати дней')
  await saveVersion(desk, versionId, { doc: docFromPlain(over).doc, edition })
  const lost = await flags(desk, draft.id)
  expect(lost.promises).toMatchObject([{ state: 'lost' }])
  expect(unkept(lost, [])).toHaveLength(1)
  expect(unkept(lost, [id])).toEqual([])
})

test('a passage over a divided paragraph keeps its parts; a proposal to it goes in by hand', async ({
  given,
  acts,
  db,
}) => {
  const long =
    'Эксперт заполняет экспертный лист в электронном виде и подписывает его, секретарь проверяет лист и передаёт председателю комиссии до конца дня.'
  const draft = await given.discussed({ text: `${paragraphs[0]}\n\n${long}\n\n${paragraphs[2]}` })
  const desk = acts(draft.institute)
  const { id } = await given.remark(draft, {
    kind: 'proposal',
    words: 'подписывает его, секретарь проверяет лист',
    replacement: 'подписывает его, председатель проверяет лист',
  })
  const [half, rest] = [long.slice(0, long.indexOf(', секретарь')), long.slice(long.indexOf('секретарь'))]
  const divided = `${paragraphs[0]}\n\n${half}.\n\n${rest}\n\n${paragraphs[2]}`
  const { id: versionId } = await given.nextVersion(draft, divided)
  const [row] = await db
    .select({ resolution: resolutions })
    .from(resolutions)
    .innerJoin(remarks, eq(remarks.anchorId, resolutions.anchorId))
    .where(and(eq(resolutions.versionId, versionId), eq(remarks.id, id)))
  expect(row?.resolution.status).toBe('split')
  expect(row?.resolution.parts).toHaveLength(2)
  const view = await versionView(desk, draft.id, 2)
  expect(view.remarks[0]?.place?.parts).toEqual(row?.resolution.parts)
  await decide(desk, id, accepted)
  const place = await workplaceOf(desk, draft.id)
  expect(place && (await suggestionsIn(desk, draft.id, place))).toMatchObject([{ fault: 'proposal-several' }])
  const choice = { base: 2, edition: 0, proposals: [{ remarkId: id }] }
  await expect(applyProposals(desk, draft.id, choice)).rejects.toMatchObject({ code: 'proposal-several' })
})
