import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  copyQuestionnaire,
  createQuestionnaire,
  moveQuestion,
  removeQuestion,
  saveQuestion,
} from '#app/domain/questionnaires/composing.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { publishQuestionnaire, setConduct } from '#app/domain/questionnaires/opening.server.ts'
import { questionnaireVersions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { edit, openConduct } from '#test/support/given/questionnaires.ts'

const refused = (code: string) => ({ code })

test('questions are added, moved, changed and removed; a code is never used again', async ({
  given,
  acts,
}) => {
  const { id, number, by } = await given.composed([
    ['one', { title: 'Первый' }],
    ['text', { title: 'Второй' }],
  ])
  const ctx = acts(by)
  const form = async () => (await questionnaireByNumber(ctx, number)).composing?.form
  const titles = async () => (await form())?.questions.map(({ code, title }) => `${code} ${title}`)
  await moveQuestion(ctx, id, 'q2', 'up')
  await moveQuestion(ctx, id, 'q2', 'up')
  expect(await titles()).toEqual(['q2 Второй', 'q1 Первый'])
  await removeQuestion(ctx, id, 'q1')
  const { composing } = await questionnaireByNumber(ctx, number)
  const seen = composing?.sha256 ?? ''
  await saveQuestion(ctx, id, { code: 'q2', type: 'number', edit: edit({ title: 'Иначе' }), seen })
  // what a question is does not change with its words
  expect((await form())?.questions).toMatchObject([{ code: 'q2', type: 'text', title: 'Иначе' }])
  await expect(
    saveQuestion(ctx, id, { code: 'q2', type: 'text', edit: edit({ title: 'Поверх' }), seen }),
  ).rejects.toMatchObject(refused('stale'))
  await expect(moveQuestion(ctx, id, 'q9', 'up')).rejects.toMatchObject(refused('not-found'))
})

test('options keep their codes when they move or are reworded', async ({ given, acts }) => {
  const { id, number, by } = await given.composed([['one', { options: 'да\nнет\nне знаю' }]])
  const ctx = acts(by)
  const save = async (options: string) => {
    const { composing } = await questionnaireByNumber(ctx, number)
    const seen = composing?.sha256 ?? ''
    await saveQuestion(ctx, id, { code: 'q1', type: 'one', edit: edit({ options }), seen })
    const after = (await questionnaireByNumber(ctx, number)).composing?.form.questions[0]?.options
    return after?.map(({ code, title }) => `${code} ${title}`)
  }
  expect(await save('не знаю\nда\nнет')).toEqual(['o3 не знаю', 'o1 да', 'o2 нет'])
  expect(await save('трудно сказать\nда\nнет')).toEqual(['o3 трудно сказать', 'o1 да', 'o2 нет'])
  expect(await save('да\nнет')).toEqual(['o1 да', 'o2 нет'])
  expect(await save('да\nнет\nиное')).toEqual(['o1 да', 'o2 нет', 'o3 иное'])
  await expect(save('да\nда')).rejects.toMatchObject({ code: 'option-twice', field: 'options' })
  await expect(save('да')).rejects.toMatchObject({ code: 'options-few', field: 'options' })
})

test('only who may edit questionnaires of the organisation composes them; to others an unpublished one does not exist', async ({
  given,
  as,
  acts,
}) => {
  const { id, number, by } = await given.composed()
  const stranger = await given.developer()
  const participant = await given.user()
  for (const one of [stranger, participant, null])
    await expect(questionnaireByNumber(as(one), number)).rejects.toMatchObject(refused('not-found'))
  await expect(moveQuestion(acts(stranger), id, 'q1', 'up')).rejects.toMatchObject(refused('not-found'))
  const scopeId = by.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const asked = { kind: 'survey' as const, title: 'Чужое', intro: '', organisationId: scopeId }
  await expect(createQuestionnaire(acts(stranger), asked)).rejects.toMatchObject(refused('forbidden'))
  await expect(createQuestionnaire(acts(participant), asked)).rejects.toMatchObject(refused('forbidden'))
})

test('a form with a dead condition, without questions or without a term is not published', async ({
  given,
  acts,
}) => {
  const dead = { when: [{ question: 'q1', is: ['o9'] }] }
  const { id, number, by } = await given.composed([
    ['one', {}],
    ['one', dead],
  ])
  const ctx = acts(by)
  const publish = async () =>
    publishQuestionnaire(ctx, id, (await questionnaireByNumber(ctx, number)).composing?.sha256 ?? '')
  await expect(publish()).rejects.toMatchObject(refused('condition-option'))
  await removeQuestion(ctx, id, 'q2')
  await expect(publish()).rejects.toMatchObject(refused('term-missing'))
  await expect(
    setConduct(ctx, id, { ...openConduct, anonymous: true, audience: 'everyone' }),
  ).rejects.toMatchObject(refused('anonymous-list'))
  await setConduct(ctx, id, openConduct)
  await removeQuestion(ctx, id, 'q1')
  await expect(publish()).rejects.toMatchObject(refused('form-empty'))
})

test('a published form is immutable; a change begins the next version, and the promise to those asked stands', async ({
  given,
  acts,
  db,
}) => {
  const { id, number, by } = await given.opened()
  const ctx = acts(by)
  const { current } = await questionnaireByNumber(ctx, number)
  await expect(
    db
      .update(questionnaireVersions)
      .set({ sha256: '0' })
      .where(eq(questionnaireVersions.id, current?.id ?? '')),
  ).rejects.toThrow()
  await given.answered({ id, number }, { 'value-q1': 'o1' })
  const seen = current?.sha256 ?? ''
  await saveQuestion(ctx, id, { code: 'q1', type: 'one', edit: edit({ title: 'Точнее?' }), seen })
  const after = await questionnaireByNumber(ctx, number)
  expect([after.current?.number, after.composing?.number]).toEqual([1, 2])
  expect(after.current?.form.questions[0]?.title).toBe('Понятен ли текст?')
  for (const change of [{ audience: 'experts' as const }, { editable: true }, { results: 'staff' as const }])
    await expect(setConduct(ctx, id, { ...openConduct, ...change })).rejects.toMatchObject(
      refused('questionnaire-published'),
    )
  await setConduct(ctx, id, { ...openConduct, lastDay: '2026-03-20' })
  const copy = await copyQuestionnaire(ctx, id)
  expect((await questionnaireByNumber(ctx, copy)).composing?.form.questions[0]?.title).toBe('Точнее?')
})
