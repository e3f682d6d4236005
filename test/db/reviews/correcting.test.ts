import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { courseOf } from '#app/domain/reviews/course/course.server.ts'
import { noticesOf, tellTerms } from '#app/domain/reviews/course/reminding.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { correctMisprint, errataOf, placesOfWords } from '#app/domain/reviews/versions/correcting.server.ts'
import { errata, notifications, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const reason = 'Опечатка в наборе'

test('a misprint is put right beside the version, which keeps its hash; meaning, size and place are guarded', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed({
    text: 'Экспрет заполняет лист не позднее трёх дней, лист подписан.\n\nВторой абзац.',
  })
  const { author } = await given.remark(draft, { words: 'подписан' })
  const before = await db.select().from(versions).where(eq(versions.id, draft.versionId))
  const [unit, second] = await blocksOfVersion(as(null), draft.versionId)
  const fix = (
    from: string,
    to: string,
    more: { blockId?: string; versionId?: string } = {},
    ctx = acts(draft.institute),
  ) =>
    correctMisprint(ctx, draft.id, {
      ...{ versionId: draft.versionId, blockId: unit?.blockId ?? '', before: from, after: to, reason },
      ...more,
    })
  await expect(fix('Экспрет', 'Эксперт', {}, acts(await given.user()))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(fix('Экспрет', 'Экспрет')).rejects.toMatchObject({ code: 'erratum-same' })
  await expect(fix('нет таких', 'слов')).rejects.toMatchObject({ code: 'erratum-words' })
  await expect(fix('лист', 'листок')).rejects.toMatchObject({ code: 'erratum-many' })
  await expect(fix('не позднее', 'позднее')).rejects.toMatchObject({
    code: 'erratum-meaning',
    facts: { word: 'не' },
  })
  await expect(fix('Экспрет', `Эксперт ${'из реестра '.repeat(5)}`)).rejects.toMatchObject({
    code: 'erratum-large',
  })
  await expect(fix('Экспрет', 'Эксперт', { blockId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
  const other = await given.discussed()
  await expect(fix('Экспрет', 'Эксперт', { versionId: other.versionId })).rejects.toMatchObject({
    code: 'not-found',
  })

  await fix('Экспрет', 'Эксперт')
  await expect(fix('Экспрет заполняет', 'Эксперт заполнит')).rejects.toMatchObject({
    code: 'erratum-overlaps',
  })
  await fix('Второй абзац', 'Второй  абзац', { blockId: second?.blockId ?? '' })
  expect(await db.select().from(versions).where(eq(versions.id, draft.versionId))).toEqual(before)
  expect((await blocksOfVersion(as(null), draft.versionId))[0]?.text).toContain('Экспрет')
  expect(await errataOf(as(null), draft.versionId)).toMatchObject([
    { blockId: unit?.blockId, fromOffset: 0, before: 'Экспрет', after: 'Эксперт', reason },
    { before: 'Второй абзац' },
  ])
  const view = await versionView(as(null), draft.id, 1)
  expect(view.errata.map(({ after }) => after)).toEqual(['Эксперт', 'Второй  абзац'])
  expect(view.version.sha256).toBe(before[0]?.sha256)
  const places = (words: string, ctx = as(null), of = draft) =>
    placesOfWords(ctx, of.id, draft.versionId, words)
  expect((await places('лист')).map(({ blockId }) => blockId)).toEqual([unit?.blockId])
  expect(await places('абзац%')).toEqual([])
  expect(await places('лист', as(null), other)).toEqual([])
  await expect(db.update(errata).set({ after: 'x' })).rejects.toThrow()
  const told = await db.select().from(notifications).where(eq(notifications.personId, author.personId))
  expect(told.filter(({ kind }) => kind === 'erratum.made')).toHaveLength(2)
  const course = await courseOf(as(null), await draftBySlug(as(null), draft.slug))
  expect(course.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['opened', 'erratum', 'version', 'began', 'ended']),
  )
})

test('terms are told once each, late runs tell what is still news, and a moved term is told again', async ({
  given,
  db,
}) => {
  const stage = {
    id: '',
    kind: 'discussion' as const,
    title: 'Обсуждение',
    firstDay: '2026-03-10',
    lastDay: '2026-03-20',
  }
  expect(noticesOf(stage, '2026-03-09')).toEqual([])
  expect(noticesOf(stage, '2026-03-11')).toEqual([{ kind: 'opened', day: '2026-03-10' }])
  expect(noticesOf(stage, '2026-03-16')).toEqual([])
  expect(noticesOf(stage, '2026-03-18')).toEqual([{ kind: 'closing', day: '2026-03-17' }])
  expect(noticesOf(stage, '2026-03-20')).toEqual([{ kind: 'closing', day: '2026-03-19' }])
  expect(noticesOf(stage, '2026-03-22')).toEqual([{ kind: 'closed', day: '2026-03-20' }])
  expect(noticesOf(stage, '2026-03-25')).toEqual([])

  const draft = await given.discussed()
  const { author } = await given.remark(draft)
  const run = (now: string) => tellTerms({ db, actor: null, now: new Date(now), zone: 'Asia/Yekaterinburg' })
  const told = async () =>
    (await db.select().from(notifications).where(eq(notifications.personId, author.personId)))
      .filter(({ kind }) => kind.startsWith('stage.'))
      .map(({ kind, facts }) => [kind, facts.until])
  await Promise.all([run('2026-03-10T06:00:00Z'), run('2026-03-10T06:00:00Z')])
  await run('2026-03-10T09:00:00Z')
  expect(await told()).toEqual([['stage.closing', '2026-03-12']])
  await run('2026-03-12T18:59:00Z') // still the last day in the zone
  expect(await told()).toHaveLength(2)
  await run('2026-03-12T19:01:00Z') // 00:01 of the next day there
  expect((await told()).at(-1)).toEqual(['stage.closed', '2026-03-12'])
})
