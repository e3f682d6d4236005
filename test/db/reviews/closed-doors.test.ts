/** Doors of closed stages: their pictures are fetched by those within alone, and nobody invites without end. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { addMembers, removeMember } from '#app/domain/reviews/inner/members.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { support } from '#app/domain/reviews/remarks/supporting.server.ts'
import { addPicture } from '#app/domain/reviews/texts/picturing.server.ts'
import { register } from '#app/web/handlers/reviews.ts'
import type { Services } from '#app/web/services.ts'
import { content } from '#content/load.ts'
import { test } from '#test/support/database.ts'
import { closedStage, numberOf } from './closed-stage.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture of a closed draft is given to those within, and to nobody else', async ({
  given,
  acts,
  db,
  database,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rses-doors-'))
  const about = await given.discussed()
  const { inner, head, member, other } = await closedStage({ given, acts, db }, about)
  const { file } = await addPicture(acts(about.institute), dataDir, about.id, png)
  const foreign = await given.discussed()
  const { file: alien } = await addPicture(
    acts(foreign.institute),
    dataDir,
    foreign.id,
    Buffer.concat([png, Buffer.from([0])]),
  )
  let actor: Actor | null = null
  const app = express()
  app.use((_, response, next) => {
    response.locals.visit = {
      actor,
      now: new Date('2026-03-02T09:00:00Z'),
      zone: 'Asia/Yekaterinburg',
      locale: 'ru',
    }
    next()
  })
  register(app, { web: database.web, config: { dataDir }, content: content() } as unknown as Services)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const bound = server.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const fetched = async (who: Actor | null, slug: string, hash: string) => {
    actor = who
    const answer = await fetch(`http://127.0.0.1:${port}/drafts/${slug}/images/${hash}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, same: bytes.equals(png), cache: answer.headers.get('cache-control') }
  }
  for (const who of [member, other, head])
    expect(await fetched(who, inner.slug, file)).toEqual({
      ...{ status: 200, same: true, cache: 'private, max-age=3600' },
    })
  const outside = [
    null,
    await given.user(),
    about.institute,
    await given.developer('school'),
    await given.user({ role: 'moderator' }),
  ]
  for (const who of outside) {
    expect((await fetched(who, inner.slug, file)).status).toBe(404)
    expect((await fetched(who, about.slug, file)).status).toBe(200)
  }
  for (const hash of [alien, 'a'.repeat(64), '..%2f..%2fetc', '%00'])
    expect((await fetched(member, inner.slug, hash)).status).toBe(404)
  await removeMember(acts(head), inner.id, Number(await numberOf(db, other)))
  expect((await fetched(other, inner.slug, file)).status).toBe(404)
  await new Promise((closed) => server.close(closed))
})

test('who oversees all drafts reads a closed stage and does not speak with its people', async ({
  given,
  acts,
  db,
}) => {
  const { inner, head, member, other, said } = await closedStage({ given, acts, db }, await given.discussed())
  const overseer = await given.user({ role: 'ministry', scopeKind: 'region' })
  const coordinator = await given.user({ role: 'coordinator', scopeKind: 'region' })
  expect((await draftBySlug(acts(overseer), inner.slug)).draft.id).toBe(inner.id)
  for (const attempt of [
    () => dissent(acts(overseer), inner.id, 'Мнение не из школы'),
    () => given.remark(inner, { by: overseer, body: 'Замечание не из школы' }),
    () => support(acts(overseer), said.id),
    () => reply(acts(coordinator), said.id, 'Ответ не из школы'),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'stage-of-others' })
  await reply(acts(head), said.id, 'Ответ из школы')
  await dissent(acts(member), inner.id, 'Мнение из школы')
  await dissent(acts(head), inner.id, 'Мнение по должности')
  await support(acts(other), said.id)
})

test('who was taken off the list finds nothing of the closed stage among the own remarks', async ({
  given,
  acts,
  db,
}) => {
  const { inner, head, member } = await closedStage({ given, acts, db }, await given.discussed())
  const open = await given.discussed()
  await given.remark(open, { by: member, body: 'Замечание в открытом обсуждении' })
  const draftsOf = async () => (await fatesOf(acts(member))).map(({ draft }) => draft.id).sort()
  expect(await draftsOf()).toEqual([inner.id, open.id].sort())
  await removeMember(acts(head), inner.id, Number(await numberOf(db, member)))
  expect(await draftsOf()).toEqual([open.id])
})

test('inviting is limited by the hour and the person, refused attempts included', async ({
  given,
  acts,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head, school, other } = await closedStage({ given, acts, db }, about)
  const { count, minutes } = content().settings.rates.requestsPerPerson
  const at = (hour: number) => acts(head, `2026-03-03T${hour}:05:00Z`)
  const guess = (n: number, ctx = at(10)) => addMembers(ctx, inner.id, String(900_000_000 + n))
  const again = { organisationId: school, circle: 'Совет', lastDay: '2026-03-12', people: '1' }
  for (let n = 0; n < count - 1; n += 1) await expect(guess(n)).rejects.toMatchObject({ field: 'people' })
  // convening counts with it: both tell whether a number is anybody's
  await expect(convene(at(10), about.id, again)).rejects.toMatchObject({ code: 'inner-exists' })
  const much = { code: 'too-many', facts: { minutes: minutes - 5 } }
  await expect(guess(count)).rejects.toMatchObject(much)
  await expect(convene(at(10), about.id, again)).rejects.toMatchObject(much)
  await expect(addMembers(at(10), inner.id, await numberOf(db, other))).rejects.toMatchObject(much)
  await expect(guess(count, at(11))).rejects.toMatchObject({ field: 'people' })
  await expect(addMembers(acts(other, '2026-03-03T10:06:00Z'), inner.id, '1')).rejects.toMatchObject({
    code: 'forbidden',
  })
})
