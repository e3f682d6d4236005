/** Accepted proposals become the next text: conflicts, editions, races, what comes back, what is told at publication. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { diffOf } from '#app/domain/reviews/queries.server.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { applyProposals, takeBackProposal } from '#app/domain/reviews/versions/applying.server.ts'
import { causesBetween } from '#app/domain/reviews/versions/causes.server.ts'
import { suggestionsIn, workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import type { Db } from '#db/client.ts'
import { appliedProposals, decisions, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const workplace = async (ctx: ActingCtx, draftId: string) => {
  const place = await workplaceOf(ctx, draftId)
  if (!place) throw new RangeError('nothing is published')
  return place
}
const textsOf = async (ctx: ActingCtx, draftId: string) => {
  const { base, next } = await workplace(ctx, draftId)
  return blocksOf((next?.body ?? base.body) as DocJson).map(({ text }) => text)
}
const appliedTo = async (db: Db, draftId: string) => {
  const rows = await db
    .select({ applied: appliedProposals })
    .from(appliedProposals)
    .innerJoin(versions, eq(versions.id, appliedProposals.versionId))
    .where(eq(versions.draftId, draftId))
  return rows.map(({ applied }) => applied)
}
const proposal = (words: string, replacement: string, body = `Вместо «${words}» лучше «${replacement}»`) => ({
  ...{ words, replacement, body, kind: 'proposal' as const },
})
const accepted = { decision: 'accepted', reason: 'Учтено' } as const
const partly = { decision: 'partly', reason: 'Учтено в части срока' } as const

test('chosen proposals become the next text at once; nothing else changes', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [days, list] = [
    await given.remark(draft, proposal('трёх дней', 'пяти рабочих дней')),
    await given.remark(draft, proposal('экспертный лист', 'лист экспертной оценки')),
  ]
  for (const { id } of [days, list]) await decide(desk, id, accepted)
  const before = blocksOf((await workplace(desk, draft.id)).base.body)
  const made = await applyProposals(desk, draft.id, {
    ...{ base: 1, edition: 0 },
    proposals: [{ remarkId: days.id }, { remarkId: list.id }],
  })
  expect(made).toMatchObject({ number: 2, edition: 2 })
  const after = blocksOf(((await workplace(desk, draft.id)).next?.body ?? {}) as DocJson)
  expect(after[1]?.text).toBe('Эксперт заполняет лист экспертной оценки в течение пяти рабочих дней.')
  expect(after.map(({ blockId }) => blockId)).toEqual(before.map(({ blockId }) => blockId))
  expect(after.filter((_, at) => at !== 1)).toEqual(before.filter((_, at) => at !== 1))
  const rows = await appliedTo(db, draft.id)
  expect(rows.map(({ before, after, fromOffset }) => [before, after, fromOffset])).toEqual(
    expect.arrayContaining([
      ['трёх дней', 'пяти рабочих дней', after[1]?.text.indexOf('пяти')],
      ['экспертный лист', 'лист экспертной оценки', after[1]?.text.indexOf('лист эксп')],
    ]),
  )
})

test('conflicts are seen before anybody accepts, also with proposals that have no decision', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [five, ten, same] = [
    await given.remark(draft, proposal('трёх дней', 'пяти дней')),
    await given.remark(draft, proposal('в течение трёх', 'в течение десяти')),
    await given.remark(draft, proposal('трёх', 'пяти')),
  ]
  await decide(desk, five.id, accepted)
  const seen = async () => {
    const all = await suggestionsIn(desk, draft.id, await workplace(desk, draft.id))
    return all
      .find(({ remark }) => remark.id === five.id)
      ?.meets.map(({ number, meeting }) => [number, meeting])
  }
  expect(await seen()).toEqual([
    [ten.number, 'clash'],
    [same.number, 'same'],
  ])
  await decide(desk, ten.id, { decision: 'rejected', reason: 'Слишком долго' })
  expect(await seen()).toEqual([[same.number, 'same']])
  await decide(desk, ten.id, accepted)
  const both = { base: 1, edition: 0, proposals: [{ remarkId: five.id }, { remarkId: ten.id }] }
  await expect(applyProposals(desk, draft.id, both)).rejects.toMatchObject({ code: 'proposals-conflict' })
  expect((await workplace(desk, draft.id)).next).toBeNull()
})

test('what is not accepted, not there or not meant is refused with its reason and changes nothing', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [waits, gone, part] = [
    await given.remark(draft, proposal('трёх', 'пяти')),
    await given.remark(draft, proposal('открытой части', 'общедоступной части')),
    await given.remark(draft, proposal('экспертный лист', 'электронный экспертный лист с подписью')),
  ]
  const apply = (remarkId: string, words?: string, edition = 0) =>
    applyProposals(desk, draft.id, {
      base: 1,
      edition,
      proposals: [words === undefined ? { remarkId } : { remarkId, words }],
    })
  await expect(apply(waits.id)).rejects.toMatchObject({ code: 'proposal-undecided' })
  await expect(apply(draft.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    applyProposals(acts(waits.author), draft.id, { base: 1, edition: 0, proposals: [] }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await decide(desk, gone.id, accepted)
  await expect(apply(gone.id, 'другие слова')).rejects.toMatchObject({ code: 'proposal-words' })
  await decide(desk, part.id, partly)
  const { edition } = await apply(part.id, 'электронный экспертный лист')
  expect((await textsOf(desk, draft.id))[1]).toContain('заполняет электронный экспертный лист в')
  await expect(apply(part.id, 'ещё раз', edition)).rejects.toMatchObject({ code: 'proposal-applied' })

  const place = await workplace(desk, draft.id)
  const text = (await textsOf(desk, draft.id)).join('\n\n')
  const rewritten = docFromPlain(text.replace('в открытой части реестра', 'на сайте оператора')).doc
  await saveVersion(desk, place.next?.id ?? '', { doc: rewritten, edition })
  await expect(apply(gone.id, undefined, edition + 1)).rejects.toMatchObject({
    code: expect.stringMatching(/^proposal-(gone|changed)$/),
  })
})

test('an edition somebody has changed is refused; of two who accept at once one is told so', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const [one, other] = [acts(draft.institute), acts(draft.institute)]
  const remarks = [
    await given.remark(draft, proposal('трёх', 'пяти')),
    await given.remark(draft, proposal('экспертный лист', 'лист эксперта')),
  ]
  for (const { id } of remarks) await decide(one, id, accepted)
  const results = await Promise.allSettled(
    remarks.map(({ id }, at) =>
      applyProposals(at === 0 ? one : other, draft.id, {
        base: 1,
        edition: 0,
        proposals: [{ remarkId: id }],
      }),
    ),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
  expect(await appliedTo(db, draft.id)).toHaveLength(1)
})

test('publication and acceptance at the same moment: one of them sees the other', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const { id } = await given.remark(draft, proposal('трёх', 'пяти'))
  await decide(desk, id, accepted)
  const { id: versionId } = await beginVersion(desk, draft.id)
  const seen = await seenAll(desk, draft.id, 'Правка будет позже')
  const results = await Promise.allSettled([
    applyProposals(desk, draft.id, { base: 1, edition: 1, proposals: [{ remarkId: id }] }),
    publishVersion(desk, versionId, { edition: 1, ...seen }),
  ])
  expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'stale' } }])
  const [version] = await db.select().from(versions).where(eq(versions.id, versionId))
  const published = version?.publishedAt !== null
  expect(await appliedTo(db, draft.id)).toHaveLength(published ? 0 : 1)
})

test('words go back as long as nobody has written over them', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [days, out, twin] = [
    await given.remark(draft, proposal('трёх дней', 'пяти дней')),
    await given.remark(draft, { ...proposal('публикуются ', ' '), way: 'remove' }),
    await given.remark(draft, proposal('трёх дней', 'пяти дней', 'Поддерживаю: нужно больше времени')),
  ]
  for (const { id } of [days, out, twin]) await decide(desk, id, accepted)
  const original = await textsOf(desk, draft.id)
  const { edition, versionId } = await applyProposals(desk, draft.id, {
    ...{ base: 1, edition: 0 },
    proposals: [{ remarkId: days.id }, { remarkId: out.id }, { remarkId: twin.id }],
  })
  const changed = await textsOf(desk, draft.id)
  expect(changed[2]).toBe('Сведения об экспертах в открытой части реестра.')
  await expect(
    takeBackProposal(desk, draft.id, { remarkId: days.id, edition: edition - 1 }),
  ).rejects.toMatchObject({ code: 'stale' })
  await takeBackProposal(desk, draft.id, { remarkId: out.id, edition })
  expect((await textsOf(desk, draft.id))[2]).toBe(original[2])
  // the other one asked for the same words: they stay for it
  await takeBackProposal(desk, draft.id, { remarkId: days.id, edition: edition + 1 })
  expect(await textsOf(desk, draft.id)).toContain(changed[1])
  const doc = docFromPlain(changed.join('\n\n').replace('пяти дней', 'шести дней')).doc
  await saveVersion(desk, versionId, { doc, edition: edition + 2 })
  await expect(
    takeBackProposal(desk, draft.id, { remarkId: twin.id, edition: edition + 3 }),
  ).rejects.toMatchObject({ code: 'proposal-rewritten' })
  expect(await appliedTo(db, draft.id)).toHaveLength(1)
})

test('the published change names its proposals, and the decision says where it landed', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [days, other] = [
    await given.remark(draft, proposal('трёх дней', 'пяти дней')),
    await given.remark(draft, { words: 'Настоящий Порядок', body: 'Уточните предмет' }),
  ]
  await decide(desk, days.id, accepted)
  await decide(desk, other.id, { decision: 'noted', reason: 'К сведению' })
  const { versionId, edition } = await applyProposals(desk, draft.id, {
    base: 1,
    edition: 0,
    proposals: [{ remarkId: days.id }],
  })
  await publishVersion(desk, versionId, { edition })
  const [decision] = await db.select().from(decisions).where(eq(decisions.remarkId, days.id))
  expect(decision?.changedVersionId).toBe(versionId)
  for (const [a, b] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const { from, to, rows } = await diffOf(desk, draft.id, a, b)
    const causes = await causesBetween(desk, draft.id, [from, to], rows)
    expect(rows.flatMap(({ change }, at) => (change === 'same' ? [] : [causes[at]]))).toMatchObject([
      [{ applied: true, remark: { number: days.number } }],
    ])
  }
})
