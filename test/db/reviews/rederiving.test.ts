/**
 * The record against the log: whoever changes a published text, a remark, a decision or a summary past the commands and
 * the triggers is found, however the hashes beside the row were mended.
 */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { canonicalJson, sha256 } from '#app/domain/canonical.ts'
import { checkRecord } from '#app/domain/reviews/audit/checking-record.server.ts'
import { differencesFromLog } from '#app/domain/reviews/audit/rederiving.server.ts'
import { decide, reopen } from '#app/domain/reviews/decisions/deciding.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import type { Db } from '#db/client.ts'
import {
  decisions,
  drafts,
  logEntries,
  notifications,
  remarks,
  summaries,
  versions,
} from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'
import { closedStage } from './closed-stage.ts'

/** A discussion with everything that may happen to a remark, and its published summary. */
async function discussion(given: Given, acts: Acts) {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const [kept, edited, gone, again, late] = [
    await given.remark(draft, { body: 'Первое' }),
    await given.remark(draft, { body: 'Второе', kind: 'proposal', words: 'трёх', replacement: 'пяти' }),
    await given.remark(draft, { body: 'Третье' }),
    await given.remark(draft, { body: 'Четвёртое' }),
    await given.remark(draft, { body: 'Пятое' }),
  ]
  await editRemark(acts(edited.author), edited.id, {
    ...{ kind: 'proposal', body: 'Второе, иначе', replacement: 'шести' },
  })
  await withdrawRemark(acts(gone.author), gone.id)
  for (const { id } of [kept, edited, again, late])
    await decide(desk, id, { decision: 'accepted', reason: 'Верно' })
  await reopen(desk, again.id)
  await decide(desk, again.id, { decision: 'rejected', reason: 'Лишнее' })
  await reopen(desk, late.id)
  await publishSummary(desk, draft.id, { unansweredReason: 'Проба' })
  return { draft, kept }
}

/** As one with the rights of the owner would do it; what is found then, and the row is put back. */
async function tampered(db: Db, table: string, change: () => Promise<unknown>, back: () => Promise<unknown>) {
  await db.execute(sql.raw(`alter table ${table} disable trigger user`))
  await change()
  const found = await differencesFromLog(db)
  await back()
  await db.execute(sql.raw(`alter table ${table} enable trigger user`))
  return found
}

test('what commands wrote follows from the log; a row changed past them is found, with its hash mended too', async ({
  given,
  acts,
  db,
}) => {
  const { draft, kept } = await discussion(given, acts)
  await closedStage({ given, acts, db }, await given.discussed())
  expect(await differencesFromLog(db)).toEqual([])

  const remark = eq(remarks.id, kept.id)
  const words = (body: string) => db.update(remarks).set({ body }).where(remark)
  expect(
    await tampered(
      db,
      'remarks',
      () => words('Ничего'),
      () => words('Первое'),
    ),
  ).toEqual([{ kind: 'remark', id: kept.id }])

  const decided = eq(decisions.remarkId, kept.id)
  const reason = (text: string) => db.update(decisions).set({ reason: text }).where(decided)
  expect(
    await tampered(
      db,
      'decisions',
      () => reason('Нет'),
      () => reason('Верно'),
    ),
  ).toEqual([{ kind: 'decision', id: kept.id }])
  const turn = (decision: 'accepted' | 'rejected') => db.update(decisions).set({ decision }).where(decided)
  expect(
    await tampered(
      db,
      'decisions',
      () => turn('rejected'),
      () => turn('accepted'),
    ),
  ).toEqual([{ kind: 'decision', id: kept.id }])

  const [version] = await db.select().from(versions).where(eq(versions.draftId, draft.id))
  const text = JSON.parse(JSON.stringify(version?.body).replace('трёх', 'тридцати'))
  const write = (body: Record<string, unknown>, hash: string) =>
    db
      .update(versions)
      .set({ body, sha256: hash })
      .where(eq(versions.id, version?.id ?? ''))
  const put = () => write(version?.body ?? {}, version?.sha256 ?? '')
  const wrong = [{ kind: 'version', id: version?.id }]
  expect(await tampered(db, 'versions', () => write(text, version?.sha256 ?? ''), put)).toEqual(wrong)
  const [about] = await db.select({ number: drafts.number }).from(drafts).where(eq(drafts.id, draft.id))
  const mended = sha256({ draft: about?.number, number: 1, body: text })
  expect(await tampered(db, 'versions', () => write(text, mended), put)).toEqual(wrong)

  const [summary] = await db.select().from(summaries).where(eq(summaries.draftId, draft.id))
  const spoilt = JSON.parse(
    canonicalJson(summary?.body).replace('"decision":"accepted"', '"decision":"rejected"'),
  )
  const publish = (body: Record<string, unknown>, hash: string) =>
    db
      .update(summaries)
      .set({ body: body as never, sha256: hash })
      .where(eq(summaries.id, summary?.id ?? ''))
  const found = await tampered(
    db,
    'summaries',
    () => publish(spoilt, sha256(spoilt)),
    () => publish(summary?.body as never, summary?.sha256 ?? ''),
  )
  expect(found).toEqual([
    { kind: 'summary', id: summary?.id },
    { kind: 'row', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
  expect(await differencesFromLog(db)).toEqual([])
})

test('at night a remark that no command left is found, recorded, and told to those who read the log', async ({
  given,
  acts,
  as,
  db,
}) => {
  const { kept } = await discussion(given, acts)
  const admin = await given.user({ role: 'admin' })
  const night = as(null)
  const entries = () => db.select().from(logEntries).where(eq(logEntries.kind, 'record.differs'))
  const told = () => db.select().from(notifications).where(eq(notifications.personId, admin.personId))
  expect(await checkRecord(night)).toEqual({ brokenAt: null, differences: [] })
  expect([await entries(), await told()]).toEqual([[], []])

  const [row] = await db.select().from(remarks).where(eq(remarks.id, kept.id))
  const foreign = '00000000-0000-7000-8000-00000000abcd'
  await db.insert(remarks).values({ ...(row as typeof remarks.$inferInsert), id: foreign, number: 900 })
  expect((await checkRecord(night)).differences).toEqual([{ kind: 'remark', id: foreign }])
  expect(await entries()).toMatchObject([{ actorId: null, facts: { n: 1 } }])
  expect(await told()).toMatchObject([{ kind: 'record.differs', facts: { n: 1 } }])
  await db.delete(remarks).where(eq(remarks.id, foreign))
})
