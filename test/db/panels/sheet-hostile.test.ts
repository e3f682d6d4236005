/** A sheet in bad hands: what is no mark, words that try to be markup, other people's sheets and drafts, many presses at once. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { pointed, saveSheet, sendSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { typedAnswers } from '#app/domain/panels/sheets/sheet-form.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { content } from '#content/load.ts'
import { anchors, panels, sheets } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { filled } from '#test/support/given/panels.ts'

const refused = (code: string) => ({ code })
type Member = { actor: Actor; sheetId: string }
const most = content().settings.text.reason

test('words are words: markup, control and turning signs, ten kilobytes stay as they were typed; longer ones are refused whole', async ({
  given,
  acts,
  db,
}) => {
  const { members, id } = await given.convened()
  const [{ actor, sheetId }] = members as [Member]
  const [panel] = await db.select().from(panels).where(eq(panels.id, id))
  const { form } = await formOf(acts(actor), panel?.questionnaireVersionId ?? '')
  const words = [
    `</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;{{7*7}}`,
    '\u202eоборот\u202c \u200f\u200b\u0007\u001b[31m\ud83d\ude00 =1+HYPERLINK("https://evil.example")',
    'я'.repeat(Math.min(most, 10_240)),
  ]
  const said = form.questions.filter(({ type }) => type === 'scale').slice(0, words.length)
  const sent = new FormData()
  for (const [at, { code }] of said.entries()) {
    sent.set(`value-${code}`, '3')
    sent.set(`reason-${code}`, words[at] ?? '')
    // weights, points and hashes are not the client's to give
    for (const name of ['weight', 'score', 'sha256', 'edition']) sent.set(`${name}-${code}`, '1000')
  }
  sent.set('value-<script>', '4')
  await saveSheet(acts(actor), sheetId, await pointed(acts(actor), null, typedAnswers(form, sent)))
  const kept = (await sheetOf(acts(actor), sheetId)).answers
  for (const [at, { code }] of said.entries())
    expect(kept.find(({ question }) => question === code)).toMatchObject({ value: 3, reason: words[at] })

  const long = said.map(({ code }, at) => ({
    ...{ question: code, value: 1, notApplicable: false, blockId: null },
    reason: at === 2 ? 'ю'.repeat(most + 1) : 'новое',
  }))
  await expect(saveSheet(acts(actor), sheetId, long)).rejects.toMatchObject({
    ...refused('too-long'),
    field: said[2]?.code,
  })
  expect((await sheetOf(acts(actor), sheetId)).answers).toEqual(kept)
})

test('a mark outside its scale, of another kind, or of a criterion that always applies is none', async ({
  given,
  acts,
}) => {
  const { members } = await given.convened()
  const [{ actor, sheetId }] = members as [Member]
  const [first] = filled(3)
  const verdict = filled(3).find(({ question }) => question === 'verdict')
  if (!first || !verdict) throw new Error('no form')
  for (const value of [-1, 5, 2.5, 1e9, Number.NaN, '3', ['3'], { a: 'b' }])
    await expect(
      saveSheet(acts(actor), sheetId, [{ ...first, value } as typeof first]),
    ).rejects.toMatchObject(refused('answer-invalid'))
  for (const value of ['unknown', '__proto__', 0])
    await expect(saveSheet(acts(actor), sheetId, [{ ...verdict, value }])).rejects.toMatchObject(
      refused('answer-invalid'),
    )
  await expect(
    saveSheet(acts(actor), sheetId, [{ ...verdict, value: null, notApplicable: true }]),
  ).rejects.toMatchObject(refused('not-applicable-refused'))
  expect((await sheetOf(acts(actor), sheetId)).answers).toEqual([])
})

test('neither another sheet, nor a passage of another draft, nor one without an address is reached', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.convened()
  const foreign = await given.convened()
  const [mine, other] = panel.members as [Member, Member]
  const [first] = filled(3)
  if (!first) throw new Error('no form')
  for (const sheetId of [other.sheetId, foreign.members[0]?.sheetId ?? ''])
    for (const act of [saveSheet, sendSheet])
      await expect(act(acts(mine.actor), sheetId, filled(0))).rejects.toMatchObject(refused('not-found'))
  const [block] = await blocksOfVersion(acts(mine.actor), foreign.draft.versionId)
  const pointing = { ...first, blockId: block?.blockId ?? '' }
  await expect(saveSheet(acts(mine.actor), mine.sheetId, [pointing])).rejects.toMatchObject(
    refused('passage-not-found'),
  )
  const { blockId: _, ...bare } = first
  for (const at of ['п. 999', `' or 1=1 --`, '<img>'])
    await expect(
      pointed(acts(mine.actor), panel.draft.versionId, [{ ...bare, value: 3, at }]),
    ).rejects.toMatchObject({ ...refused('passage-not-found'), field: first.question })
  expect(await db.$count(anchors, eq(anchors.versionId, foreign.draft.versionId))).toBe(0)
  expect((await sheetOf(acts(mine.actor), mine.sheetId)).answers).toEqual([])
})

test('many saves over one edition keep one, many presses send once', async ({ given, acts, db }) => {
  const { members } = await given.convened()
  const [{ actor, sheetId }] = members as [Member]
  const [first] = filled(3)
  if (!first) throw new Error('no form')
  const saves = await Promise.allSettled(
    Array.from({ length: 12 }, (_, at) =>
      saveSheet(acts(actor), sheetId, [{ ...first, reason: `Вариант ${at}` }], 0),
    ),
  )
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of saves) if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('stale'))
  const { sheet } = await sheetOf(acts(actor), sheetId)
  expect(sheet.edition).toBe(1)
  const sends = await Promise.allSettled(
    Array.from({ length: 12 }, (_, at) => sendSheet(acts(actor), sheetId, filled(at % 5))),
  )
  expect(sends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of sends)
    if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('sheet-sent'))
  const [row] = await db.select().from(sheets).where(eq(sheets.id, sheetId))
  const won = sends.findIndex(({ status }) => status === 'fulfilled') % 5
  const { answers } = await sheetOf(acts(actor), sheetId)
  expect(answers.find(({ question }) => question === first.question)?.value).toBe(won)
  expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/)
})
