/** Papers on the work in a panel: who gets one and when, numbers without gaps, corrections, what a check shows. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { noteGiven } from '#app/domain/documents/given-files.server.ts'
import { checkFile } from '#app/domain/experts/statements/checking.server.ts'
import { correctWork } from '#app/domain/panels/record/correcting.server.ts'
import { giveWorkPaper, giveWorkPapers, giveWorkPaperTo } from '#app/domain/panels/record/giving.server.ts'
import { workPapersPdf } from '#app/domain/panels/record/printing.server.ts'
import {
  ownPaper,
  ownWork,
  papersOfPanel,
  recordOfPanel,
  workPaperUnder,
} from '#app/domain/panels/record/reading.server.ts'
import { revokeWorkPaper } from '#app/domain/panels/record/revoking.server.ts'
import { issued, notifications, panels, paperCounters, workPapers } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

const refused = (code: string) => expect.objectContaining({ code })
const options = { checkAddress: 'https://site.example/check', siteName: 'Экспертное сообщество', demo: null }

test('one press gives everybody of the panel a paper, numbered without gaps; a second press finds nobody', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.signing()
  // as the request says, not as the settings do
  await db.update(panels).set({ hours: 9 }).where(eq(panels.id, panel.id))
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  await expect(giveWorkPapers(acts(panel.secretary), panel.id)).rejects.toEqual(refused('work-unfinished'))
  await expect(giveWorkPaper(acts(second), panel.id, second.personId)).rejects.toEqual(
    refused('work-unfinished'),
  )
  for (const actor of [chair, second, third]) await given.signsOnPaper(panel, actor)

  // one asked before the press: the own paper stays as it is
  const own = await giveWorkPaper(acts(second), panel.id, second.personId)
  expect(await giveWorkPaper(acts(second), panel.id, second.personId)).toBe(own)
  await expect(giveWorkPaper(acts(second), panel.id, third.personId)).rejects.toEqual(refused('forbidden'))
  await expect(giveWorkPapers(acts(second), panel.id)).rejects.toEqual(refused('forbidden'))
  const made = await giveWorkPapers(acts(panel.secretary), panel.id)
  await expect(giveWorkPapers(acts(panel.secretary), panel.id)).rejects.toEqual(refused('papers-none'))
  const papers = await papersOfPanel(acts(panel.secretary), panel.number)
  expect(papers.map(({ facts }) => facts.number)).toEqual(Array.from({ length: made + 1 }, (_, at) => at + 1))
  expect(papers[0]?.facts).toMatchObject({ person: second.number, role: 'member', hours: 9, year: 2026 })
  expect(papers.map(({ facts }) => facts.person)).toContain(chair.number)
  expect(papers.find(({ facts }) => facts.person === chair.number)?.facts.role).toBe('chair')
  expect(JSON.stringify(papers.map(({ facts }) => facts))).not.toContain(second.familyName)
  expect(await db.select().from(paperCounters)).toEqual([{ kind: 'work', year: 2026, last: made + 1 }])

  const work = (await ownWork(acts(second))).find((one) => one.panel === panel.number)
  expect(work).toMatchObject({ outcome: 'finished', hours: 9, paper: { id: own, number: '1/2026' } })
  await expect(ownPaper(acts(third), own)).rejects.toEqual(refused('not-found'))
  const [row] = await db.select().from(workPapers).where(eq(workPapers.id, own))
  const shown = await workPaperUnder(as(null), { kind: 'work-paper', objectId: own })
  expect(shown).toMatchObject({
    number: '1/2026',
    person: second.number,
    role: 'member',
    inRegistry: expect.any(Boolean),
  })
  expect(row?.sha256).toBe(papers[0]?.sha256)
})

test('two presses at once give each person one paper and leave no number out', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.issued()
  const both = await Promise.allSettled([
    giveWorkPapers(acts(panel.secretary), panel.id),
    giveWorkPapers(acts(panel.secretary), panel.id),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await db.select().from(workPapers)
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length)
  expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1))
})

test('a corrected record takes the paper back and gives a new one; the old one tells it, nobody corrects the own', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const second = panel.members[1]?.actor as Actor
  const id = await giveWorkPaper(acts(second), panel.id, second.personId)
  const before = await ownPaper(acts(second), id)
  const { number } = before.facts
  const after = `${number + 1}/2026`
  const { works } = await recordOfPanel(acts(panel.secretary), panel.number)
  const work = works.find(({ personId }) => personId === second.personId)
  const right = { role: 'third-expert', hours: 12, reason: 'Работала и во втором туре.' } as const
  await expect(correctWork(acts(second), panel.id, work?.id ?? '', right)).rejects.toEqual(
    refused('forbidden'),
  )
  await expect(
    correctWork(acts(panel.secretary), panel.id, work?.id ?? '', { ...right, role: 'member', hours: 6 }),
  ).rejects.toEqual(refused('unchanged'))
  await correctWork(acts(panel.secretary), panel.id, work?.id ?? '', right)

  await expect(ownPaper(acts(second), id)).rejects.toEqual(refused('not-found'))
  const [mine] = await ownWork(acts(second))
  expect(mine).toMatchObject({ role: 'third-expert', hours: 12, paper: { number: after } })
  const now = await ownPaper(acts(second), mine?.paper?.id ?? '')
  expect(now.facts.replaces).toEqual({ number, year: 2026, reason: right.reason })
  expect(await db.select().from(issued).where(eq(issued.code, before.code))).toMatchObject([
    { kind: 'work-paper', revokeReason: right.reason },
  ])
  const old = await workPaperUnder(as(null), { kind: 'work-paper', objectId: id })
  expect(old?.now).toEqual({ number: after, code: now.code })
})

test('one paper is taken back by the staff and given again; the record stays, nobody does it for oneself', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const staff = acts(panel.secretary)
  const second = panel.members[1]?.actor as Actor
  const workOf = async () =>
    (await recordOfPanel(staff, panel.number)).works.find(({ personId }) => personId === second.personId)
  const id = (await workOf())?.id ?? ''
  await expect(revokeWorkPaper(staff, panel.id, id, 'Нет её.')).rejects.toEqual(refused('paper-missing'))
  for (const other of [second, panel.chair]) {
    await expect(revokeWorkPaper(acts(other), panel.id, id, 'Сам.')).rejects.toEqual(refused('forbidden'))
    if (other !== second)
      await expect(giveWorkPaperTo(acts(other), panel.id, id)).rejects.toEqual(refused('forbidden'))
  }
  await expect(giveWorkPaperTo(acts(await given.user()), panel.id, id)).rejects.toEqual(refused('not-found'))
  await giveWorkPaperTo(staff, panel.id, id)
  await expect(giveWorkPaperTo(staff, panel.id, id)).rejects.toEqual(refused('paper-given'))
  const first = await workOf()
  expect(first?.may).toMatchObject({ revoke: true, correct: true })
  const papers = await papersOfPanel(staff, panel.number)
  expect(papers.map(({ facts }) => facts.person)).toEqual([second.number])
  await revokeWorkPaper(staff, panel.id, id, 'Выдана без печати.')
  expect(
    await db
      .select()
      .from(issued)
      .where(eq(issued.code, papers[0]?.code ?? '')),
  ).toMatchObject([{ kind: 'work-paper', revokedAt: expect.any(Date), revokeReason: 'Выдана без печати.' }])
  await expect(ownPaper(acts(second), first?.paper?.id ?? '')).rejects.toEqual(refused('not-found'))
  expect(await workOf()).toMatchObject({ finished: true, paper: null, may: { give: true, revoke: false } })
  const told = await db.select().from(notifications).where(eq(notifications.personId, second.personId))
  expect(told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['work-paper.given', 'work-paper.revoked']),
  )
  await giveWorkPaperTo(staff, panel.id, id)
  const [again] = await papersOfPanel(staff, panel.number)
  expect(again?.facts.number).toBe((papers[0]?.facts.number ?? 0) + 1)
  expect(
    await workPaperUnder(as(null), { kind: 'work-paper', objectId: first?.paper?.id ?? '' }),
  ).toMatchObject({ now: null })
})

test('the PDF: a page for each, tagged, in Russian, with the code; found by its bytes, hostile words do no harm', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.issued()
  await giveWorkPapers(acts(panel.secretary), panel.id)
  const papers = await papersOfPanel(acts(panel.secretary), panel.number)
  const pdf = await workPapersPdf(papers, options)
  const raw = pdf.toString('latin1')
  const count = (type: string) => raw.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(papers.length)
  expect([count('H1'), count('Table'), count('Figure')]).toEqual([
    papers.length,
    papers.length,
    papers.length,
  ])
  expect(count('TD')).toBe(papers.length * 14)
  const words = wordsOf(streamsOf(pdf))
  for (const said of [
    'Справка',
    'Объект экспертизы',
    '6\u00a0часов',
    papers[1]?.name ?? '',
    papers[1]?.code ?? '',
  ])
    expect(words).toContain(said)

  const [one] = papers
  if (!one) throw new RangeError('no paper')
  const alone = await workPapersPdf([one], options)
  await noteGiven(as(null), one.code, 'pdf', alone)
  expect(await checkFile(as(null), alone)).toMatchObject({ code: one.code, exact: true, revoked: false })
  const hostile = {
    ...one,
    name: '<script>\u0000\u202e'.repeat(50),
    facts: { ...one.facts, object: 'ы'.repeat(5000) },
  }
  expect((await workPapersPdf([hostile], options)).length).toBeGreaterThan(1000)
})
