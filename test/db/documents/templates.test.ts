import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import {
  listTemplates,
  restoreTemplate,
  retireTemplate,
  templateFile,
  templateFor,
  uploadTemplate,
} from '#app/domain/documents/templates.server.ts'
import { logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { docxOf, paragraphsOf } from '#test/support/docx.ts'
import { code, shelf, upload } from '#test/support/paper-shelf.ts'

test('the own template takes the place of the common one, the newest revision that is in use counts', async ({
  as,
  db,
  given,
}) => {
  const [mine, other] = [await given.organisation(), await given.organisation()]
  const ctx = as(
    await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: mine.id }),
  ) as ActingCtx
  const admin = as(await given.user({ role: 'admin' })) as ActingCtx
  const current = async (organisationId: string) => {
    const { whose, revision, bytes } = await templateFor(ctx, shelf, code, organisationId)
    return [whose, revision, paragraphsOf(bytes).at(0)]
  }
  expect((await current(mine.id)).slice(0, 2)).toEqual(['shipped', 0])

  await uploadTemplate(admin, shelf, upload(docxOf(['общий {текст}']), null))
  expect(await current(mine.id)).toEqual(['common', 1, 'общий {текст}'])
  const first = await uploadTemplate(ctx, shelf, upload(docxOf(['первый {текст}']), mine.id))
  const second = await uploadTemplate(ctx, shelf, upload(docxOf(['второй {текст}']), mine.id))
  expect(await current(mine.id)).toEqual(['own', 2, 'второй {текст}'])
  expect(await current(other.id)).toEqual(['common', 1, 'общий {текст}'])

  await retireTemplate(ctx, second)
  expect(await current(mine.id)).toEqual(['own', 1, 'первый {текст}'])
  await expect(retireTemplate(ctx, second)).rejects.toMatchObject({ code: 'conflict' })
  await retireTemplate(ctx, first)
  expect(await current(mine.id)).toEqual(['common', 1, 'общий {текст}'])
  await restoreTemplate(ctx, second)
  expect(await current(mine.id)).toEqual(['own', 2, 'второй {текст}'])

  const entries = await db.select().from(logEntries).where(eq(logEntries.objectId, second))
  expect(entries.map(({ kind }) => kind)).toEqual([
    'template.uploaded',
    'template.retired',
    'template.restored',
  ])
  const names = (await listTemplates(ctx, mine.id)).map(({ revision, organisationId }) => [
    organisationId,
    revision,
  ])
  expect(names).toEqual([
    [mine.id, 2],
    [mine.id, 1],
    [null, 1],
  ])
  expect(paragraphsOf((await templateFile(ctx, shelf, first)).bytes)).toEqual(['первый {текст}'])
})

test('two uploads at once get two revisions', async ({ as, given }) => {
  const { id } = await given.organisation()
  const ctx = as(await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: id })) as ActingCtx
  await Promise.all([1, 2, 3].map((at) => uploadTemplate(ctx, shelf, upload(docxOf([`${at} {текст}`]), id))))
  expect(
    (await listTemplates(ctx, id))
      .filter((row) => row.organisationId)
      .map(({ revision }) => revision)
      .sort(),
  ).toEqual([1, 2, 3])
})

test('who may upload and retire, and where', async ({ as, given }) => {
  const place = await given.municipality()
  const [mine, other, near] = [
    await given.organisation(),
    await given.organisation(),
    await given.organisation({ municipalityId: place.id }),
  ]
  const scope = { scopeKind: 'organisation', scopeId: mine.id } as const
  const actors = {
    guest: null,
    participant: await given.user(),
    school: await given.user({ role: 'school', ...scope }),
    institute: await given.user({ role: 'institute', ...scope }),
    municipality: await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: place.id }),
    admin: await given.user({ role: 'admin' }),
  }
  const outcome = async (actor: keyof typeof actors, organisationId: string | null) =>
    uploadTemplate(as(actors[actor]) as ActingCtx, shelf, upload(docxOf(['{текст}']), organisationId)).then(
      () => 'taken',
      ({ code }) => code,
    )
  const matrix: Record<string, string[]> = {}
  for (const name of Object.keys(actors) as (keyof typeof actors)[]) {
    matrix[name] = []
    for (const where of [mine.id, other.id, near.id, null]) matrix[name].push(await outcome(name, where))
  }
  expect(matrix).toEqual({
    guest: ['signed-out', 'signed-out', 'signed-out', 'signed-out'],
    participant: ['forbidden', 'forbidden', 'forbidden', 'forbidden'],
    school: ['forbidden', 'forbidden', 'forbidden', 'forbidden'],
    institute: ['taken', 'forbidden', 'forbidden', 'forbidden'],
    municipality: ['forbidden', 'forbidden', 'taken', 'forbidden'],
    admin: ['taken', 'taken', 'taken', 'taken'],
  })
  const all = await listTemplates(as(actors.admin) as ActingCtx)
  const foreign = all.find((row) => row.organisationId === other.id)
  for (const actor of [actors.institute, actors.school, null])
    await expect(retireTemplate(as(actor) as ActingCtx, foreign?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
  await expect(templateFile(as(actors.institute), shelf, foreign?.id ?? '')).rejects.toMatchObject({
    code: 'not-found',
  })
  const common = all.find((row) => row.organisationId === null)
  await expect(retireTemplate(as(actors.institute) as ActingCtx, common?.id ?? '')).rejects.toMatchObject({
    code: 'forbidden',
  })
})
