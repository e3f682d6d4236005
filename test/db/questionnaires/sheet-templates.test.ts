/** Expert sheets built in the site: criteria with weights and reasons, versions, copies, and the panels that use them. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { saveSheet, sendSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import {
  copyQuestionnaire,
  createQuestionnaire,
  saveQuestion,
  setSheetRules,
} from '#app/domain/questionnaires/composing.server.ts'
import type { QuestionEdit } from '#app/domain/questionnaires/composing.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { publishQuestionnaire } from '#app/domain/questionnaires/opening.server.ts'
import { sheetTemplates } from '#app/domain/questionnaires/templates.server.ts'
import { panels } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const refused = (code: string) => ({ code })
const blank = {
  ...{ hint: '', required: true, options: '', other: false, most: '', rows: '', columns: '', least: '' },
  ...{ highest: '', decimals: '', unit: '', line: false, characters: '', types: [], megabytes: '', when: [] },
}
const criterion = (title: string, own: Partial<NonNullable<QuestionEdit['sheet']>> = {}): QuestionEdit => ({
  ...blank,
  ...{ title, scale: 'Нет\nЧастично\nДа' },
  sheet: { weight: '2', reasoned: 'below', reasonBelow: '2', evidence: true, notApplicable: true, ...own },
})

test('a sheet is built, published, used by a panel; a later version touches only later panels', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.draft()
  const organisationId =
    draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const author = await given.user({
    role: 'secretary',
    scopeKind: 'organisation',
    scopeId: organisationId,
    employedAt: organisationId,
  })
  const ctx = acts(author)
  const number = await createQuestionnaire(ctx, {
    kind: 'sheet',
    title: 'Свой лист',
    intro: '',
    organisationId,
  })
  const state = () => questionnaireByNumber(ctx, number)
  const { row, composing } = await state()
  const save = async (edit: QuestionEdit) =>
    saveQuestion(ctx, row.id, {
      code: null,
      type: 'scale',
      edit,
      seen: (await state()).composing?.sha256 ?? (await state()).current?.sha256 ?? '',
    })
  await expect(publishQuestionnaire(ctx, row.id, composing?.sha256 ?? '')).rejects.toMatchObject(
    refused('sheet-criteria'),
  )
  await expect(save(criterion('Плохой вес', { weight: '0,5' }))).rejects.toMatchObject({
    ...refused('out-of-range'),
    field: 'weight',
  })
  await expect(save(criterion('Порог', { reasonBelow: '99' }))).rejects.toMatchObject({
    field: 'reasonBelow',
  })
  const code = await save(criterion('Полезность'))
  await setSheetRules(
    ctx,
    row.id,
    { quorum: 100, difference: 2, named: false },
    (await state()).composing?.sha256 ?? '',
  )
  await publishQuestionnaire(ctx, row.id, (await state()).composing?.sha256 ?? '')
  expect((await sheetTemplates(ctx)).map(({ number }) => number)).toContain(number)
  expect((await sheetTemplates(acts(await given.user()))).map(({ number }) => number)).not.toContain(number)

  const panel = await given.convened({ draft, questionnaire: row.code })
  await save(criterion('Ещё один критерий'))
  await publishQuestionnaire(ctx, row.id, (await state()).composing?.sha256 ?? '')
  expect((await state()).versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
    [2, true],
    [1, true],
  ])
  const [{ actor, sheetId }] = panel.members as [{ actor: Actor; sheetId: string }]
  const { form } = await sheetOf(acts(actor), sheetId)
  expect(form.sheet).toEqual({ quorum: 100, difference: 2, named: false })
  const plain = { notApplicable: false, blockId: null, reason: '' }
  const verdict = { ...plain, question: 'verdict', value: 'revise', reason: 'Нужна доработка.' }
  await expect(
    saveSheet(acts(actor), sheetId, [{ ...plain, question: code, value: 3 }]),
  ).rejects.toMatchObject(refused('answer-invalid'))
  // a reason stands only below the mark that the criterion names
  await expect(
    sendSheet(acts(actor), sheetId, [{ ...plain, question: code, value: 1 }, verdict]),
  ).rejects.toMatchObject({ ...refused('answer-reason-required'), field: code })
  await sendSheet(acts(actor), sheetId, [{ ...plain, question: code, value: 2 }, verdict])
  const [kept] = await db.select().from(panels).where(eq(panels.id, panel.id))
  const later = await given.panel({ draft, questionnaire: row.code, title: 'Следующая группа' })
  const [next] = await db.select().from(panels).where(eq(panels.id, later.id))
  expect(next?.questionnaireVersionId).not.toBe(kept?.questionnaireVersionId)

  const copy = await questionnaireByNumber(ctx, await copyQuestionnaire(ctx, row.id))
  expect(copy.composing?.form).toEqual((await state()).current?.form)
  expect(copy.row.audience).toBe('panel')
})

test('another sheet is a ready beginning', async ({ given, acts }) => {
  const panel = await given.panel()
  const scopeId = panel.secretary.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const ctx = acts(panel.secretary)
  const [base] = await sheetTemplates(ctx)
  const number = await createQuestionnaire(ctx, {
    ...{ kind: 'sheet', title: 'По образцу', intro: '', organisationId: scopeId, base: base?.code ?? '' },
  })
  const { composing } = await questionnaireByNumber(ctx, number)
  expect(composing?.form).toMatchObject({ title: 'По образцу' })
  expect(composing?.form.questions.filter(({ type }) => type === 'scale')).toHaveLength(7)
})
