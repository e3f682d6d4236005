/** A button pressed three times is one act, whoever answers the requests; words said anew are not swallowed. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { reply, withdrawReply } from '#app/domain/reviews/remarks/replying.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { drafts, logEntries, remarks, replies } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const press = <T>(send: () => Promise<T>): Promise<T[]> => Promise.all([send(), send(), send()])
const distinct = (values: readonly (string | undefined)[]) => new Set(values).size

test('three presses leave one remark, and the later ones lead to it', async ({ given, db }) => {
  const draft = await given.discussed()
  const author = await given.user()
  const made = await press(() => given.remark(draft, { by: author }))
  expect(distinct(made.map(({ id }) => id))).toBe(1)
  expect(made.map(({ number }) => number)).toEqual([1, 1, 1])
  expect(await db.select().from(remarks).where(eq(remarks.draftId, draft.id))).toHaveLength(1)
  const entries = and(eq(logEntries.objectId, made[0]?.id ?? ''), eq(logEntries.kind, 'remark.left'))
  expect(await db.select().from(logEntries).where(entries)).toHaveLength(1)
})

test('other words, another passage, kind, signature or author make a remark of their own', async ({
  given,
}) => {
  const draft = await given.discussed()
  const author = await given.user()
  const { id } = await given.remark(draft, { by: author })
  const others = [
    await given.remark(draft, { by: author, body: 'Иные слова.' }),
    await given.remark(draft, { by: author, words: 'трёх дней' }),
    await given.remark(draft, { by: author, kind: 'objection' }),
    await given.remark(draft, { by: author, shownAs: 'number' }),
    await given.remark(draft),
  ]
  expect(distinct([id, ...others.map((one) => one.id)])).toBe(6)
})

test('a remark taken back, or left some minutes ago, may be left again', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const author = await given.user()
  const first = await given.remark(draft, { by: author })
  await withdrawRemark(acts(author), first.id)
  const second = await given.remark(draft, { by: author })
  expect(second.id).not.toBe(first.id)
  await db
    .update(remarks)
    .set({ createdAt: new Date('2026-03-02T08:30:00Z') })
    .where(eq(remarks.id, second.id))
  expect((await given.remark(draft, { by: author })).id).not.toBe(second.id)
})

test('three presses of a reply are one reply', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const { id } = await given.remark(draft)
  const speaker = await given.user()
  const made = await press(() => reply(acts(speaker), id, 'Согласна с этим.'))
  expect(distinct(made)).toBe(1)
  expect(await db.select().from(replies).where(eq(replies.remarkId, id))).toHaveLength(1)
  expect(await reply(acts(speaker), id, 'И ещё одно.')).not.toBe(made[0])
  await withdrawReply(acts(speaker), made[0] ?? '')
  expect(await reply(acts(speaker), id, 'Согласна с этим.')).not.toBe(made[0])
})

test('three presses create one draft; another text makes another', async ({ given, acts, db }) => {
  const institute = await given.developer()
  const developerId = institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const send = (text: string) =>
    createDraft(acts(institute), {
      title: 'Положение о совете',
      kind: 'procedure',
      developerId,
      ground: 'План работы',
      explanatoryNote: 'Проект подготовлен для проверки.',
      contact: 'Отдел разработки',
      body: docFromPlain(text).doc,
    })
  const made = await press(() => send('1. Совет собирается раз в месяц.'))
  expect(distinct(made.map(({ slug }) => slug))).toBe(1)
  expect(distinct(made.map(({ versionId }) => versionId))).toBe(1)
  expect((await send('1. Совет собирается раз в год.')).id).not.toBe(made[0]?.id)
  expect(await db.select().from(drafts).where(eq(drafts.developerId, developerId))).toHaveLength(2)
})
