import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { paperFiles, paperOf } from '#app/domain/documents/paper-list.server.ts'
import { draftPaper, issuePaper, savePaper } from '#app/domain/documents/papers.server.ts'
import { uploadTemplate } from '#app/domain/documents/templates.server.ts'
import { deputies, employments, files, logEntries, organisations } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { docxOf } from '#test/support/docx.ts'
import { fieldsOf, letter, shelf, textOf } from '#test/support/paper-shelf.ts'

test('a letter: cases follow their source until they are edited, then issue fixes the file', async ({
  as,
  db,
  given,
}) => {
  const { id: organisationId, name } = await given.organisation({ name: 'Вымышленный институт' })
  const ctx = as(
    await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisationId }),
  ) as ActingCtx
  const id = await draftPaper(ctx, { template: 'invitation-letter', organisationId, fields: letter })
  expect(await fieldsOf(ctx, id)).toMatchObject({
    organisation: name,
    recipientPostDative: 'Директору школы № 5',
    recipientNameDative: 'А.\u00a0Л.\u00a0Берёзкиной',
    expertAccusative: 'Зайца Петра Львовича',
    expertPostAccusative: 'старшего методиста',
    signatoryPostPrinted: 'Ректор',
    signature: 'Н.\u00a0Л.\u00a0Соловей',
  })

  const edited = {
    ...(await fieldsOf(ctx, id)),
    expertAccusative: 'нашего Петра Львовича',
    recipientPost: 'заведующая школой',
  }
  await savePaper(ctx, id, { ...edited, stranger: 'нет такого поля' })
  const saved = await fieldsOf(ctx, id)
  expect(saved).toMatchObject({
    expertAccusative: 'нашего Петра Львовича',
    recipientPostDative: 'Заведующей школой',
  })
  expect(saved).not.toHaveProperty('stranger')
  await savePaper(ctx, id, { ...saved, expert: 'Коваль Лев Кузьмич', acting: 'on' })
  expect(await fieldsOf(ctx, id)).toMatchObject({
    expertAccusative: 'нашего Петра Львовича',
    signatoryPostPrinted: 'И. о. ректора',
  })
  expect(await textOf(ctx, id)).toContain('________')

  await issuePaper(ctx, shelf, id, { number: ' 01-17/5 ', day: '2026-03-02', notice: 'Показ' })
  const { paper, file } = await paperOf(ctx, id)
  expect(paper).toMatchObject({ outgoingNumber: '01-17/5', outgoingDay: '2026-03-02', issuedAt: ctx.now })
  const [printed] = await paperFiles(ctx, shelf, [id])
  expect(
    createHash('sha256')
      .update(printed?.bytes ?? '')
      .digest('hex'),
  ).toBe(file?.sha256)
  expect(printed?.name).toBe('Письмо руководителю о направлении эксперта 01-17-5.docx')
  const text = await textOf(ctx, id)
  for (const words of [
    'Показ',
    '2\u00a0марта 2026\u00a0года № 01-17/5',
    'Заведующей школой',
    'нашего Петра Львовича, старшего методиста',
    'И. о. ректора',
  ])
    expect(text).toContain(words)
  expect(text).not.toMatch(/undefined|\{|\[/)

  // Later changes of the template do not reach what was issued.
  await uploadTemplate(ctx, shelf, {
    code: 'invitation-letter',
    organisationId,
    title: '',
    name: 'x.docx',
    bytes: docxOf(['другое']),
  })
  expect(await textOf(ctx, id)).toBe(text)
  await expect(savePaper(ctx, id, letter)).rejects.toMatchObject({ code: 'paper-issued' })
  await expect(issuePaper(ctx, shelf, id, { number: '2', day: '2026-03-03' })).rejects.toMatchObject({
    code: 'paper-issued',
  })
  const entries = await db.select().from(logEntries).where(eq(logEntries.objectId, id))
  expect(entries.map(({ kind }) => kind)).toEqual([
    'paper.drafted',
    'paper.saved',
    'paper.saved',
    'paper.issued',
  ])
  expect(entries.at(-1)?.facts).toMatchObject({ sha256: file?.sha256 })
})

test('an incomplete paper is not issued and leaves no file; number and day are asked for', async ({
  as,
  db,
  given,
}) => {
  const { id: organisationId } = await given.organisation()
  const ctx = as(
    await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisationId }),
  ) as ActingCtx
  const id = await draftPaper(ctx, {
    template: 'panel-order',
    organisationId,
    fields: { signatoryName: 'Ким Роман Енсунович' },
  })
  const issue = (number: string, day: string) => issuePaper(ctx, shelf, id, { number, day })
  await expect(issue('1', '2026-03-02')).rejects.toMatchObject({
    code: 'paper-incomplete',
    field: 'fields.panelTitle',
    facts: { count: 6 },
  })
  await expect(issue('  ', '2026-03-02')).rejects.toMatchObject({ code: 'required', field: 'number' })
  await expect(issue('1', '2026-02-30')).rejects.toMatchObject({ code: 'day', field: 'day' })
  expect(await db.select().from(files).where(eq(files.objectId, id))).toEqual([])
  const draft = await textOf(ctx, id)
  expect(draft).toContain('[Экспертная группа: по какому документу]')
})

test('an order repeats a row for each member, empty rows are dropped, numbers are given', async ({
  as,
  given,
}) => {
  const { id: organisationId } = await given.organisation()
  const ctx = as(
    await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisationId }),
  ) as ActingCtx
  const id = await draftPaper(ctx, { template: 'panel-order', organisationId })
  const members = [
    { name: 'Жук Роза Ахметовна', post: 'методист', role: 'председатель' },
    { name: ' ' },
    { name: 'Цой Виктор Робертович', post: 'учитель <i>', role: 'член' },
  ]
  await savePaper(ctx, id, { members, chair: 'Жук Роза Ахметовна' })
  expect((await fieldsOf(ctx, id)).members).toHaveLength(2)
  expect(await textOf(ctx, id)).toMatch(
    /1\nЖук Роза Ахметовна\nметодист\nпредседатель\n2\nЦой Виктор Робертович\nучитель <i>\nчлен/,
  )
  const many = Array.from({ length: 201 }, () => ({ name: 'x' }))
  await expect(savePaper(ctx, id, { members: many })).rejects.toMatchObject({
    code: 'too-long',
    field: 'fields.members',
  })
  await expect(savePaper(ctx, id, { chair: 'я'.repeat(501) })).rejects.toMatchObject({
    code: 'too-long',
    field: 'fields.chair',
  })
  await expect(savePaper(ctx, id, { untilDay: '2026-13-01' })).rejects.toMatchObject({
    code: 'day',
    field: 'fields.untilDay',
  })
})

test('the next paper takes over letterhead and signatory; a deputy signs as «и. о.»', async ({
  as,
  db,
  given,
}) => {
  const { id: organisationId } = await given.organisation()
  const head = await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisationId })
  const ctx = as(head) as ActingCtx
  await draftPaper(ctx, {
    template: 'cover-letter',
    organisationId,
    fields: { ...letter, organisationAddress: 'ул. Садовая, 1', subject: 'раз' },
  })
  const next = await fieldsOf(ctx, await draftPaper(ctx, { template: 'participation-note', organisationId }))
  expect(next).toMatchObject({ organisationAddress: 'ул. Садовая, 1', signatoryPost: 'ректор', expert: '' })
  expect(next).not.toHaveProperty('subject')
  // what the card of the organisation says counts before what somebody typed once
  const card = { address: 'пр. Победы, 2', phone: '8 (351) 000-00-02', site: 'https://zarya.example/' }
  await db.update(organisations).set(card).where(eq(organisations.id, organisationId))
  const third = await fieldsOf(ctx, await draftPaper(ctx, { template: 'participation-note', organisationId }))
  expect(third).toMatchObject({
    organisationAddress: 'пр. Победы, 2',
    organisationContacts: 'тел. 8 (351) 000-00-02, zarya.example',
  })

  const person = await given.person({ familyName: 'Мельник', givenName: 'Олег', patronymic: 'Павлович' })
  const deputy = await given.user({ person })
  const during = '[2026-03-01,2026-04-01)'
  await db
    .insert(employments)
    .values({ personId: head.personId, organisationId, post: 'первый проректор', during })
  await db.insert(deputies).values({ personId: head.personId, deputyId: person.id, during, ground: 'приказ' })
  const acting = as(await given.actor(deputy.userId, '2026-03-02')) as ActingCtx
  const id = await draftPaper(acting, {
    template: 'participation-note',
    organisationId,
    fields: {
      ...letter,
      signatoryName: 'Мельник Олег Павлович',
      signatoryPost: 'первый проректор',
      role: 'члена группы',
    },
  })
  expect(await fieldsOf(acting, id)).toMatchObject({
    signatoryPostPrinted: 'И. о. первого проректора',
    signature: 'О.\u00a0П.\u00a0Мельник',
  })
  await issuePaper(acting, shelf, id, { number: '7', day: '2026-03-02' })
  const [entry] = (await db.select().from(logEntries).where(eq(logEntries.objectId, id))).filter(
    ({ kind }) => kind === 'paper.issued',
  )
  expect(entry?.deputyOfId).toBe(head.personId)
})
