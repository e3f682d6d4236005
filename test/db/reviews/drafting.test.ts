import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { diffOf, draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { discardDraft, restoreDraft, withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import { blocks, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const passport = (developerId: string) => ({
  title: 'Порядок <b>обсуждения</b>',
  kind: 'procedure',
  developerId,
  ground: 'План',
  explanatoryNote: 'Записка',
  contact: 'Отдел',
})

test('an unpublished draft is known to its developer alone', async ({ given, as, acts }) => {
  const draft = await given.draft({ published: false })
  expect((await draftBySlug(acts(draft.institute), draft.slug)).versions).toMatchObject([
    { number: 1, publishedAt: null },
  ])
  const colleagues = await given.developer('school')
  for (const ctx of [as(null), acts(await given.user()), acts(colleagues), acts(await given.developer())]) {
    await expect(draftBySlug(ctx, draft.slug)).rejects.toMatchObject({ code: 'not-found' })
    expect((await listDrafts(ctx)).rows.some(({ id }) => id === draft.id)).toBe(false)
    await expect(versionView(ctx, draft.id, 1)).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('only the developer creates a draft, and only from a document that fits', async ({ given, acts }) => {
  const institute = await given.developer()
  const developerId = institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const body = docFromPlain('Текст документа.').doc
  const stranger = await given.user()
  await expect(createDraft(acts(stranger), { ...passport(developerId), body })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const script = { type: 'doc', content: [{ type: 'script', content: [] }] } as unknown as DocJson
  await expect(
    createDraft(acts(institute), { ...passport(developerId), body: script }),
  ).rejects.toMatchObject({ code: 'document-invalid', field: 'body' })
  await expect(
    createDraft(acts(institute), { ...passport(developerId), kind: 'minutes', body }),
  ).rejects.toMatchObject({ field: 'kind' })
  const [a, b] = await Promise.all(
    ['Первый текст.', 'Второй текст.'].map((text) =>
      createDraft(acts(institute), { ...passport(developerId), body: docFromPlain(text).doc }),
    ),
  )
  expect(a?.slug).not.toBe(b?.slug)
  expect(a?.slug).toMatch(/^poryadok-b-obsuzhdeniya-b/)
})

test('a stale edition is refused and the newer text stays', async ({ given, acts, db }) => {
  const draft = await given.draft({ published: false })
  const ctx = acts(draft.institute)
  const [one, two] = [docFromPlain('Первая правка.').doc, docFromPlain('Вторая правка.').doc]
  const saves = await Promise.allSettled([
    saveVersion(ctx, draft.versionId, { doc: one, edition: 1 }),
    saveVersion(ctx, draft.versionId, { doc: two, edition: 1 }),
  ])
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(saves.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'stale', field: 'body' },
  })
  const [row] = await db.select().from(versions).where(eq(versions.id, draft.versionId))
  expect(row?.edition).toBe(2)
})

test('a save whose answer was lost may come again; other words with the old edition may not', async ({
  given,
  acts,
}) => {
  const draft = await given.draft({ published: false })
  const save = (words: string) =>
    saveVersion(acts(draft.institute), draft.versionId, {
      doc: docFromPlain(words).doc,
      ...{ edition: 1, again: true },
    })
  const { doc } = docFromPlain('Первая правка.')
  const same = { doc, edition: 1, again: true }
  expect(await saveVersion(acts(draft.institute), draft.versionId, same)).toEqual({ edition: 2 })
  expect(await saveVersion(acts(draft.institute), draft.versionId, same)).toEqual({ edition: 2 })
  await expect(save('Вторая правка.')).rejects.toMatchObject({ code: 'stale' })
})

test('a published version never changes, in the command and in the database', async ({ given, acts, db }) => {
  const draft = await given.draft()
  const ctx = acts(draft.institute)
  const [row] = await db.select().from(versions).where(eq(versions.id, draft.versionId))
  expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/)
  await expect(
    saveVersion(ctx, draft.versionId, { doc: docFromPlain('Иначе.').doc, edition: 1 }),
  ).rejects.toMatchObject({ code: 'version-published' })
  await expect(
    db.update(versions).set({ note: 'иначе' }).where(eq(versions.id, draft.versionId)),
  ).rejects.toThrow()
  await expect(db.delete(blocks).where(eq(blocks.versionId, draft.versionId))).rejects.toThrow()
})

test('units keep their ids in a version uploaded anew', async ({ given, db }) => {
  const draft = await given.draft()
  const next = await given.nextVersion(
    draft,
    'Совершенно новая вводная часть о предмете.\n\n1. Эксперт заполняет экспертный лист в течение пяти дней.\n\n2. Сведения об экспертах публикуются в открытой части реестра.',
  )
  const idsOf = async (versionId: string) =>
    new Map(
      (await db.select().from(blocks).where(eq(blocks.versionId, versionId))).map(({ number, blockId }) => [
        number,
        blockId,
      ]),
    )
  const [before, after] = [await idsOf(draft.versionId), await idsOf(next.id)]
  expect(after.get('1.')).toBe(before.get('1.'))
  expect(after.get('2.')).toBe(before.get('2.'))
  expect([...before.values()]).not.toContain(after.get(null))
})

test('the difference of two versions is told unit by unit', async ({ given, as }) => {
  const draft = await given.draft()
  await given.nextVersion(
    draft,
    'Настоящий Порядок определяет правила общественного обсуждения проектов документов.\n\n1. Эксперт заполняет экспертный лист в течение пяти дней.\n\n3. Новый пункт о хранении листов.\n\nЗаключительные положения действуют до утверждения новой редакции.',
  )
  const { rows } = await diffOf(as(null), draft.id, 1, 2)
  expect(rows.map(({ change }) => change)).toEqual(['same', 'edited', 'deleted', 'inserted', 'same'])
  expect(rows[1]?.parts.filter(({ op }) => op !== 'same')).toEqual([
    { op: 'del', text: 'трёх' },
    { op: 'ins', text: 'пяти' },
  ])
})

test('one discussion a draft; opening it publishes the first version; bad plans are refused', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.draft({ published: false })
  const ctx = acts(draft.institute)
  const stage = (firstDay: string, lastDay: string) => ({
    kind: 'discussion' as const,
    title: 'Обсуждение',
    firstDay,
    lastDay,
  })
  const open = (stages: ReturnType<typeof stage>[]) =>
    openDiscussion(ctx, draft.id, { process: 'public-discussion', stages })
  await expect(open([])).rejects.toMatchObject({ code: 'stages-empty' })
  await expect(open([stage('2026-02-31', '2026-03-02')])).rejects.toMatchObject({ code: 'day' })
  await expect(open([stage('2026-03-09', '2026-03-02')])).rejects.toMatchObject({ code: 'term-order' })
  await expect(
    open([stage('2026-03-01', '2026-03-05'), stage('2026-03-05', '2026-03-09')]),
  ).rejects.toMatchObject({ code: 'stages-overlap' })
  expect((await listDrafts(as(null))).rows.some(({ id }) => id === draft.id)).toBe(false)
  await open([stage('2026-03-01', '2026-03-05')])
  expect(await draftBySlug(as(null), draft.slug)).toMatchObject({ talk: 'open', current: { number: 1 } })
  await expect(open([stage('2026-03-01', '2026-03-05')])).rejects.toMatchObject({ code: 'conflict' })
})

test('a closed discussion is invisible from outside', async ({ given, acts, as }) => {
  const draft = await given.draft()
  const stages = [
    { kind: 'discussion' as const, title: 'Обсуждение', firstDay: '2026-03-01', lastDay: '2026-03-09' },
  ]
  await openDiscussion(acts(draft.institute), draft.id, { process: 'closed-discussion', stages })
  await expect(draftBySlug(as(null), draft.slug)).rejects.toMatchObject({ code: 'not-found' })
  await expect(draftBySlug(acts(await given.user()), draft.slug)).rejects.toMatchObject({ code: 'not-found' })
  expect((await draftBySlug(acts(draft.institute), draft.slug)).facts.closed).toBe(true)
})

test('a withdrawn draft leaves a tombstone, a discarded one can come back for thirty days', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.draft()
  await withdrawDraft(acts(draft.institute), draft.id, 'Принят другой документ')
  await expect(draftBySlug(as(null), draft.slug)).rejects.toMatchObject({
    code: 'gone',
    facts: { reason: 'Принят другой документ' },
  })
  await expect(beginVersion(acts(draft.institute), draft.id)).rejects.toMatchObject({ code: 'gone' })

  const young = await given.draft({ published: false })
  await discardDraft(acts(young.institute), young.id)
  await restoreDraft(acts(young.institute, '2026-03-31T09:00:00Z'), young.id)
  await discardDraft(acts(young.institute), young.id)
  await expect(restoreDraft(acts(young.institute, '2026-04-02T09:00:00Z'), young.id)).rejects.toMatchObject({
    code: 'discard-expired',
  })
  await expect(discardDraft(acts(draft.institute), draft.id)).rejects.toMatchObject({
    code: 'draft-published',
  })
})

test('a version with two thousand remarks is read by a handful of queries', { timeout: 120_000 }, async ({
  given,
  as,
  db,
  database,
}) => {
  const text = Array.from(
    { length: 400 },
    (_, i) => `Абзац ${i} о порядке оценки качества образования и о сроках.`,
  ).join('\n\n')
  const draft = await given.discussed({ text })
  const one = await given.remark(draft, { words: 'Абзац 7 ' })
  await db.execute(`insert into remarks (id, draft_id, number, version_id, anchor_id, kind, body, author_id, participant_number, received_at, created_at)
    select gen_random_uuid(), draft_id, number + n, version_id, anchor_id, kind, body, author_id, participant_number, received_at, created_at
    from remarks, generate_series(1, 2000) n where id = '${one.id}'`)
  let queries = 0
  const counting = { ...as(null), db: counted(database.web.db, () => (queries += 1)) }
  const { remarks, blocks } = await versionView(counting, draft.id, 1)
  expect([remarks.length, blocks.length]).toEqual([2001, 400])
  expect(queries).toBeLessThanOrEqual(5)
})

/** Counts select() and execute() calls. */
function counted<T extends object>(db: T, count: () => void): T {
  return new Proxy(db, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || !['select', 'selectDistinct', 'execute'].includes(String(name)))
        return value
      return (...args: unknown[]) => {
        count()
        return value.apply(target, args)
      }
    },
  })
}
