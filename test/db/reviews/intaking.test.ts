import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { readTable } from '#app/domain/reviews/importing/tables.server.ts'
import { intakeFile, keepUpload } from '#app/domain/reviews/intake/intake-files.server.ts'
import { intakesOf, placesOffered } from '#app/domain/reviews/intake/intakes.server.ts'
import { enterIntake, undoIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { nameParts } from '#app/domain/reviews/intake/sending.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { notifications, people, remarks } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { xlsxOf } from '#test/support/xlsx.ts'
import { letter, row } from './papers.ts'

const folder = await mkdtemp(join(tmpdir(), 'intake-'))
const words = messagesOf('ru')
const pointOne = async (ctx: ActingCtx, draftId: string) => {
  const { blocks } = await versionView(ctx, draftId, 1)
  return blocks.find(({ text }) => text.includes('трёх'))?.blockId ?? ''
}

test('a letter of a citizen: source and lateness are shown, the name is closed, the file is the organiser’s', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const scan = await keepUpload(
    desk,
    folder,
    { name: 'письмо.pdf', bytes: Buffer.from('%PDF-1.7 a') },
    'scan',
  )
  const place = await pointOne(desk, draft.id)
  const rows = [
    row({ place, kind: 'proposal', proposal: '1. Лист заполняют в течение пяти дней.', wording: true }),
    row({ remark: 'Хороший документ' }),
  ]
  const { id, numbers } = await enterIntake(desk, draft.id, { ...letter, rows, uploads: [scan.id] })
  expect(numbers).toEqual([1, 2])

  const [first, second] = await remarkRows(as(null), draft.id, draft.versionId)
  expect(first).toMatchObject({
    body: 'Срок мал',
    grounds: 'опыт',
    replacement: '1. Лист заполняют в течение пяти дней.',
    late: false,
    general: false,
    intake: { channel: 'letter', number: '01-14/7', day: '2026-02-27' },
    author: { name: null, personNumber: null, participantNumber: 1 },
  })
  expect(second).toMatchObject({
    general: true,
    exact: '',
    address: 'документ в целом',
    author: { participantNumber: 1 },
  })
  const summary = await summaryShown(as(null), draft.slug, words)
  expect(summary.rows.map(({ source, place }) => [source, place])).toEqual([
    ['письмо №\u00a001-14/7 от 27.02.2026, получено 02.03.2026', 'документ в целом'],
    ['письмо №\u00a001-14/7 от 27.02.2026, получено 02.03.2026', expect.stringMatching(/^п\. 1$|, п\. 1$/)],
  ])
  expect(JSON.stringify([first, summary])).not.toContain('Журавл')

  const [paper] = await intakesOf(desk, draft.id)
  expect(paper).toMatchObject({ sender: 'Журавлёва А. П.', numbers: [1, 2], files: [{ name: 'письмо.pdf' }] })
  expect(await intakeFile(desk, draft.id, scan.id)).toMatchObject({ objectId: id })
  const other = acts(await given.user())
  for (const refused of [intakesOf(other, draft.id), intakeFile(other, draft.id, scan.id)])
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  await expect(enterIntake(other, draft.id, letter)).rejects.toMatchObject({ code: 'forbidden' })
  const foreign = await given.discussed()
  await expect(intakeFile(acts(foreign.institute), foreign.id, scan.id)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an organisation is shown as the letter says; a consent in the letter opens the name, undoing closes it', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const sender = { name: 'Журавлёва А. П.', organisation: 'Клуб «Сова»', post: 'директор' }
  await enterIntake(desk, draft.id, { ...letter, sender })
  await enterIntake(desk, draft.id, { ...letter, number: '8', sender: { ...sender, named: true } })
  const { id } = await enterIntake(desk, draft.id, {
    ...letter,
    number: '9',
    sender: { name: 'Сычёв Б. В.', named: true },
  })
  const authors = async () =>
    (await remarkRows(as(null), draft.id, draft.versionId)).map(({ author: { name, post } }) => [name, post])
  expect(await authors()).toEqual([
    ['Клуб «Сова»', 'директор'],
    ['Клуб «Сова»', 'директор Журавлёва А. П.'],
    ['Сычёв Б. В.', null],
  ])
  await undoIntake(desk, draft.id, id, 'Внесено к другому проекту')
  const [, , undone] = await remarkRows(as(null), draft.id, draft.versionId)
  expect(undone).toMatchObject({ withdrawn: true, body: '', author: { name: null } })
  await expect(undoIntake(desk, draft.id, id, 'Ещё раз')).rejects.toMatchObject({ code: 'intake-undone' })
  expect((await summaryShown(as(null), draft.slug, words)).total).toBe(2)
})

test('a person who signs in is told, sees the fate and cannot rewrite the letter; a wrong number is nobody', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const author = await given.user()
  const sender = { name: `${author.familyName} ${author.givenName}`, personNumber: author.number }
  await expect(
    enterIntake(desk, draft.id, { ...letter, sender: { ...sender, name: 'Кто-то Другой' } }),
  ).rejects.toMatchObject({ code: 'intake-person', field: 'personNumber' })
  const before = await db.$count(people)
  const { id, numbers } = await enterIntake(desk, draft.id, { ...letter, sender })
  expect(await db.$count(people)).toBe(before)
  expect(await fatesOf(acts(author))).toMatchObject([{ number: numbers[0], own: true }])
  const told = () => db.select().from(notifications).where(eq(notifications.personId, author.personId))
  expect(await told()).toMatchObject([{ kind: 'intake.entered', objectId: id }])
  const [remark] = await db.select().from(remarks).where(eq(remarks.draftId, draft.id))
  await expect(
    editRemark(acts(author), remark?.id ?? '', { kind: 'criticism', body: 'Иначе' }),
  ).rejects.toMatchObject({ code: 'remark-from-paper' })
  await undoIntake(desk, draft.id, id, 'Письмо не о том')
  expect(await fatesOf(acts(author))).toEqual([])
  expect((await told()).map(({ kind }) => kind)).toContain('intake.undone')
})

test('a table through the jail: places are found, a person is asked where two fit', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const { rows } = await readTable({
    name: 'замечания.xlsx',
    bytes: xlsxOf([
      ['№ пункта', 'Замечание', 'Предложение', 'Обоснование'],
      ['п. 1', '=1+1', 'пять дней', 'опыт'],
      ['п. 7', 'нет такого', '', ''],
      ['по всему тексту', '<b>много</b> слов', '', ''],
    ]),
  })
  const { blocks } = await versionView(desk, draft.id, 1)
  const places = placesOffered(
    rows.map(({ point }) => point),
    blocks,
  )
  expect(places.map(({ found, units }) => [found, units.length])).toEqual([
    ['unit', 1],
    ['nothing', 0],
    ['document', 0],
  ])
  const unit = places[0]?.units[0]?.blockId ?? ''
  const entered = rows.map((one, at) => row({ ...one, place: at === 0 ? unit : 'document' }))
  await enterIntake(desk, draft.id, { ...letter, rows: entered, table: 'замечания.xlsx' })
  const shown = await remarkRows(as(null), draft.id, draft.versionId)
  expect(shown.map(({ body }) => body)).toEqual([
    '=1+1\n\nПредложение: пять дней',
    'нет такого',
    '<b>много</b> слов',
  ])
  await expect(readTable({ name: 'a.xlsx', bytes: xlsxOf([['№ пункта', 'Автор']]) })).rejects.toMatchObject({
    code: 'table-columns',
    field: 'table',
  })
  const long = Array.from({ length: 201 }, () => ['п. 1', 'слова'])
  await expect(
    readTable({ name: 'a.xlsx', bytes: xlsxOf([['№ пункта', 'Замечание'], ...long]) }),
  ).rejects.toMatchObject({ code: 'table-many' })
  await expect(readTable({ name: 'a.xlsx', bytes: Buffer.from('PK') })).rejects.toMatchObject({
    code: 'import-broken',
    field: 'table',
  })
})

test('a name as a letter gives it', () => {
  expect(nameParts('Соловей Никита Лукич')).toEqual({
    familyName: 'Соловей',
    givenName: 'Никита',
    patronymic: 'Лукич',
  })
  expect(nameParts('Н.Л. Соловей')).toEqual({ familyName: 'Соловей', givenName: 'Н.', patronymic: 'Л.' })
  expect(nameParts('Соловей Н. Л.')).toMatchObject({ familyName: 'Соловей', givenName: 'Н.' })
  expect(nameParts('Соловей')).toEqual({ familyName: 'Соловей', givenName: '', patronymic: '' })
})
