/** What a panel judges beside drafts: who may ask, what is public of it, and how its files stand. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { watchPanel } from '#app/domain/panels/conflicts/watching.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { signObligations } from '#app/domain/panels/invitations/obligations.server.ts'
import { recordAnswer } from '#app/domain/panels/invitations/recording.server.ts'
import {
  attachFile,
  detachFile,
  fileOfPanel,
  filesOfPanel,
} from '#app/domain/panels/objects/attaching.server.ts'
import { publicObject } from '#app/domain/panels/objects/object.ts'
import { standingOf } from '#app/domain/panels/objects/standing.server.ts'
import { protocolByNumber } from '#app/domain/panels/protocol.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { found } from '#app/domain/problem.ts'
import { conflictNotices } from '#content/messages/ru/conflict-events.ts'
import { employments, notifications } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const system = {
  objectKind: 'system',
  subject: 'Банк заданий',
  subjectAddress: 'https://bank.example.ru',
} as const

test('a panel over an information system keeps its name and address, and the people of its owner out', async ({
  given,
  acts,
  as,
}) => {
  const owner = await given.organisation()
  const direction = await given.direction()
  const inside = await given.expert([direction], { organisationId: owner.id })
  const panel = await given.panel({ ...system, direction, owner: owner.code, size: 2, reserve: 0 })
  const fit = await given.experts(3, [direction])
  const state = await unlockedState(acts(panel.secretary), panel.id)
  expect(state.object).toMatchObject({
    kind: 'system',
    title: 'Банк заданий',
    href: 'https://bank.example.ru',
    developerId: owner.id,
    draft: null,
  })
  const conflicts = new Map(
    (await candidatesOf(acts(panel.secretary), state)).map(({ personId, conflict }) => [personId, conflict]),
  )
  expect(conflicts.get(inside.personId)).not.toBeNull()
  expect(conflicts.get(fit[0]?.personId ?? '')).toBeNull()
  await selectBest(acts(panel.secretary), panel.id)
  const { state: shown } = await protocolByNumber(as(null), panel.number)
  expect(publicObject(shown.object)).toMatchObject({ title: 'Банк заданий' })
})

test('of closed materials the protocol says nothing but who was chosen', async ({ given, acts, as }) => {
  const panel = await given.panel({
    objectKind: 'files',
    subject: 'Варианты',
    closed: 'on',
    size: 2,
    reserve: 0,
  })
  await given.experts(3, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const { state } = await protocolByNumber(as(null), panel.number)
  expect(publicObject(state.object)).toEqual({ kind: 'files', title: null, href: null })
  await expect(filesOfPanel(as(null), panel.number)).rejects.toMatchObject({ code: 'not-found' })
})

test('where a closed system stands is told to who accepted and has signed, not to who is only asked', async ({
  given,
  acts,
}) => {
  const panel = await given.invited({ ...system, closed: 'on', size: 2, reserve: 0 })
  const seats = await given.seated(panel.id)
  const [asked, phoned] = seats.map(({ personId, invitation }) => ({
    actor: found(panel.people.find((one) => one.personId === personId)),
    id: invitation?.id ?? '',
  }))
  const objectFor = async (one = asked) => (await ownInvitations(acts(found(one).actor)))[0]?.object
  expect(await objectFor()).toEqual({ kind: 'system', title: null, href: null })
  await acceptInvitation(acts(found(asked).actor), asked?.id ?? '')
  expect(await objectFor()).toMatchObject({ title: 'Банк заданий', href: 'https://bank.example.ru' })
  // an answer by telephone signs nothing
  const answer = { answer: 'accepted', channel: 'phone', answeredOn: '2026-03-02', noConflict: 'on' } as const
  await recordAnswer(acts(panel.secretary), phoned?.id ?? '', { ...answer, words: 'Согласна.' })
  expect(await objectFor(phoned)).toEqual({ kind: 'system', title: null, href: null })
  await signObligations(acts(found(phoned).actor), phoned?.id ?? '')
  expect(await objectFor(phoned)).toMatchObject({ title: 'Банк заданий' })
})

test('what is told of closed materials before one accepts names nothing', async ({ given, acts, db }) => {
  const asked = { objectKind: 'files', subject: 'Варианты работы', title: 'Варианты', closed: 'on' } as const
  const panel = await given.invited({ ...asked, size: 2, reserve: 0 })
  const state = await unlockedState(acts(panel.secretary), panel.id)
  expect(state.panel.title).toBe('Экспертная группа: закрытые материалы')
  expect(state.object).toMatchObject({ name: 'Варианты работы', title: 'Закрытые материалы' })
  const invited = panel.people.find(({ personId }) => personId === state.seats[0]?.personId)
  const [invitation] = await ownInvitations(acts(found(invited)))
  expect(JSON.stringify(invitation)).not.toContain('Варианты')
  await acceptInvitation(acts(found(invited)), invitation?.invitation.id ?? '')
  expect((await ownInvitations(acts(found(invited))))[0]?.object.title).toBe('Варианты работы')
  const told = await db.execute(
    sql`select title as words from engagements union all select facts::text from notifications`,
  )
  expect(JSON.stringify(told)).not.toContain('Варианты')
})

test('a panel without a name is called after its object', async ({ given, acts }) => {
  const panel = await given.panel({ ...system, title: '' })
  const { panel: row } = await unlockedState(acts(panel.secretary), panel.id)
  expect(row.title).toBe('Экспертная группа: Банк заданий')
})

test('a request without a name, with an unknown owner, or for a foreign organisation is refused at its field', async ({
  given,
}) => {
  const draft = await given.draft()
  const ask = (change: object) => given.panel({ draft, ...system, ...change })
  await expect(ask({ subject: '' })).rejects.toMatchObject({ code: 'required', field: 'subject' })
  await expect(ask({ owner: 'Никто' })).rejects.toMatchObject({
    code: 'organisation-unknown',
    field: 'owner',
  })
  const { id: organisationId } = await given.organisation()
  await expect(ask({ organisationId })).rejects.toMatchObject({ field: 'organisationId' })
  await expect(given.panel({ draft, objectKind: 'draft', draftId: undefined })).rejects.toMatchObject({
    field: 'draftId',
  })
})

test('files are handed in until the sheets open; their hash does not depend on names or order', async ({
  given,
  acts,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'objects-'))
  const panel = await given.invited({ objectKind: 'files', subject: 'Комплект', size: 2, reserve: 1 })
  const secretary: ActingCtx = acts(panel.secretary)
  const hash = async () => (await standingOf(secretary, await unlockedState(secretary, panel.id))).sha256
  const put = (name: string, text: string) =>
    attachFile(secretary, dataDir, panel.id, { name, bytes: bytes(text) })
  const empty = await hash()
  const first = await put('a.txt', 'один')
  const one = await hash()
  expect(one).not.toBe(empty)
  await put('b.txt', 'два')
  const both = await hash()
  expect((await put('ещё раз.txt', 'один')).id).toBe(first.id)
  expect(await hash()).toBe(both)
  await detachFile(secretary, panel.id, first.id)
  await expect(fileOfPanel(secretary, panel.number, first.id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await hash()).not.toBe(both)
  await put('в.txt', 'один')
  expect(await hash()).toBe(both)
  const stranger = await given.user()
  await expect(filesOfPanel(acts(stranger), panel.number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    attachFile(acts(stranger), dataDir, panel.id, { name: 'x.txt', bytes: bytes('x') }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('members open the files and change nothing; nobody changes them once the sheets are open', async ({
  given,
  acts,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'objects-'))
  const panel = await given.convened({ objectKind: 'files', subject: 'Комплект', size: 2, reserve: 0 })
  const member = acts(panel.chair)
  expect((await filesOfPanel(member, panel.number)).denial).not.toBeNull()
  const late = { name: 'x.txt', bytes: bytes('поздно') }
  await expect(attachFile(acts(panel.secretary), dataDir, panel.id, late)).rejects.toMatchObject({
    code: 'panel-convened',
  })
  await expect(attachFile(member, dataDir, panel.id, late)).rejects.toMatchObject({ code: 'forbidden' })
})

test('notices of a panel over a system name a system, not a draft', async ({ given, acts, db }) => {
  const owner = await given.organisation()
  const panel = await given.invited({ ...system, owner: owner.code, size: 2, reserve: 0 })
  const [seat] = await given.seated(panel.id)
  const { personId = '' } = seat ?? {}
  await db
    .insert(employments)
    .values({ personId, organisationId: owner.id, post: 'методист', during: '[2026-02-01,)' })
  await watchPanel({ ...acts(panel.secretary), db, actor: null }, panel.id)
  const [notice] = await db
    .select()
    .from(notifications)
    .where(
      and(eq(notifications.personId, panel.secretary.personId), eq(notifications.kind, 'conflict.found')),
    )
  expect(notice?.facts).toEqual({ title: 'Банк заданий', about: 'system' })
  expect(conflictNotices['conflict.found'](notice?.facts ?? {})).toContain(
    'по информационной системе «Банк заданий»',
  )
})
