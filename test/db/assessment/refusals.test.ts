/** What keeps a list or its order from going on: each refusal says why and changes nothing. */
import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { closeAccount, giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { decideOnList, recallList, sendList } from '#app/domain/assessment/agreeing.server.ts'
import { addCandidates, saveCandidate } from '#app/domain/assessment/choosing.server.ts'
import { CandidateCard } from '#app/domain/assessment/forms.ts'
import { editList } from '#app/domain/assessment/listing.server.ts'
import { listAt, listShown } from '#app/domain/assessment/lists.server.ts'
import { enterListOrder } from '#app/domain/assessment/registering.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { assessmentResults, consents, logEntries, orders, statuses } from '#db/schema/index.ts'
import { agreed, begun, entryOf, fitRow, readyList } from '#test/support/given/lists.ts'
import { test } from '#test/support/list-room.ts'

describe('what is wrong is told and changes nothing', () => {
  test('exactly 60 % is refused; one point more is not', async ({
    room: { author, approver, direction, ministry },
    given,
  }) => {
    const one = await given.person()
    const id = await begun(author, direction)
    await addCandidates(author, id, fitRow(one.number, '60;100'))
    expect((await listShown(author, id)).candidates).toMatchObject([
      { passed: false, band: 'raised', reasons: ['candidate-not-passed'] },
    ])
    await expect(sendList(author, id)).rejects.toMatchObject({ code: 'list-blocked' })
    const [{ id: candidate } = { id: '' }] = (await listShown(author, id)).candidates
    const points = { earned: '61', maximum: '100', resultDay: '2026-02-21' }
    await saveCandidate(author, id, candidate, CandidateCard.parse(points))
    expect((await listShown(author, id)).candidates).toMatchObject([
      { attempt: 2, passed: true, reasons: [] },
    ])
    await agreed(author, approver, id, ministry)
  })

  test('whoever enters results does not enter their own', async ({ room: { author, direction }, db }) => {
    const id = await begun(author, direction)
    const before = await db.$count(assessmentResults)
    await expect(addCandidates(author, id, fitRow(author.actor.number, '90;100'))).rejects.toMatchObject({
      code: 'own-result',
    })
    expect(await db.$count(assessmentResults)).toBe(before)
  })

  test('a consent withdrawn between list and order stops its person', async ({
    room: { author, approver, direction, ministry },
    given,
    db,
  }) => {
    const [one, other] = [await given.person(), await given.person()]
    const rows = [fitRow(one.number), fitRow(other.number)]
    const id = await readyList({ author, approver }, direction, rows, ministry)
    const entry = await entryOf(author, id)
    const { candidates } = await listShown(author, id)
    const its = candidates.find(({ personId }) => personId === one.id)?.id ?? ''
    await saveCandidate(author, id, its, CandidateCard.parse({ withdrawn: 'on' }))
    const before = [await db.$count(orders), await db.$count(statuses)]
    await expect(enterListOrder(author, id, entry)).rejects.toMatchObject({
      ...{ code: 'candidate-withdrawn', field: 'parts[0].people', facts: { number: one.number } },
    })
    expect([await db.$count(orders), await db.$count(statuses)]).toEqual(before)
    // a paper from before the withdrawal does not bring it back
    await expect(
      saveCandidate(author, id, its, CandidateCard.parse({ consentDay: '2026-02-02' })),
    ).rejects.toMatchObject({ code: 'consent-older', field: 'consentDay' })
  })

  test('a consent withdrawn by the person in the cabinet stops the person too', async ({
    room: { author, approver, direction, ministry },
    given,
    acts,
    db,
  }) => {
    const user = await given.user()
    await giveConsent(acts(user), 'processing')
    const row = `№ ${user.number};61;100;20.02.2026;;нет`
    const id = await readyList({ author, approver }, direction, [row], ministry)
    await expect(closeAccount(acts(user), 'wrong')).rejects.toThrow()
    await db
      .update(consents)
      .set({ withdrawnAt: new Date('2026-03-01T10:00:00Z') })
      .where(and(eq(consents.personId, user.personId), isNull(consents.withdrawnAt)))
    expect((await listShown(author, id)).candidates).toMatchObject([{ reasons: ['candidate-withdrawn'] }])
    await expect(enterListOrder(author, id, await entryOf(author, id))).rejects.toMatchObject({
      code: 'candidate-withdrawn',
    })
  })

  test('a list changed after agreement has lost it', async ({
    room: { author, approver, direction, ministry },
    given,
  }) => {
    const [one, other] = [await given.person(), await given.person()]
    const id = await readyList({ author, approver }, direction, [fitRow(one.number)], ministry)
    const entry = await entryOf(author, id)
    const { revision } = await listAt(author, id)
    await addCandidates(author, id, fitRow(other.number))
    expect(await listShown(author, id)).toMatchObject({
      ...{ list: { state: 'draft' }, agreements: [{ agreed: false }] },
      steps: [{ kind: 'sent' }, { kind: 'agreed' }, { kind: 'changed' }],
    })
    await expect(enterListOrder(author, id, entry)).rejects.toMatchObject({ code: 'list-not-ready' })
    await sendList(author, id)
    const late = { seen: revision, body: ministry.id, decision: 'agreed', reason: '' } as const
    await expect(decideOnList(approver, id, late)).rejects.toMatchObject({ code: 'stale' })
    const now = { ...late, seen: (await listAt(author, id)).revision }
    await decideOnList(approver, id, { ...now, decision: 'returned', reason: 'Уточните должности' })
    expect((await listShown(author, id)).steps.at(-1)).toMatchObject({ reason: 'Уточните должности' })
    await sendList(author, id)
    await recallList(author, id)
    await expect(decideOnList(approver, id, now)).rejects.toMatchObject({ code: 'list-not-sent' })
  })

  test('the order is the list: nobody more, nobody less, no other effect', async ({
    room: { author, approver, direction, ministry },
    given,
  }) => {
    const [one, other] = [await given.person(), await given.person()]
    const rows = [fitRow(one.number), fitRow(other.number)]
    const id = await readyList({ author, approver }, direction, rows, ministry)
    const entry = await entryOf(author, id)
    const [part] = entry.parts
    const people = (...numbers: number[]) => ({
      ...entry,
      parts: [{ ...part, act: 'begin' as const, people: numbers.map((n) => `№ ${n}`).join('\n') }],
    })
    const stranger = await given.person()
    const more = people(one.number, other.number, stranger.number)
    await expect(enterListOrder(author, id, more)).rejects.toMatchObject({ code: 'list-another' })
    await expect(enterListOrder(author, id, people(one.number))).rejects.toMatchObject({
      ...{ code: 'list-missing', facts: { number: other.number } },
    })
    await expect(enterListOrder(author, id, { ...entry, effect: 'extends' })).rejects.toMatchObject({
      code: 'list-effect',
    })
    const ahead = { ...entry, day: '2026-03-03' }
    await expect(enterListOrder(author, id, ahead)).rejects.toMatchObject({ code: 'order-ahead' })
  })

  test('a person listed twice, and pasting what is entered again', async ({
    room: { author, direction },
    given,
    db,
  }) => {
    const one = await given.person()
    const id = await begun(author, direction)
    const twice = `${fitRow(one.number)}\n${fitRow(one.number)}`
    await expect(addCandidates(author, id, twice)).rejects.toMatchObject({
      ...{ code: 'candidate-twice', facts: { line: 2 } },
    })
    expect(await addCandidates(author, id, fitRow(one.number))).toBe(1)
    await expect(addCandidates(author, id, `№ ${one.number}`)).rejects.toMatchObject({
      code: 'candidate-listed',
    })
    const { revision } = await listAt(author, id)
    expect(await addCandidates(author, id, fitRow(one.number))).toBe(0)
    expect((await listAt(author, id)).revision).toBe(revision)
    const of = eq(assessmentResults.personId, one.id)
    expect(await db.select().from(assessmentResults).where(of)).toHaveLength(1)
  })

  test('points are for those who may read results; the log names nobody', async ({
    room: { author, approver, direction },
    given,
    acts,
    db,
  }) => {
    const one = await given.person({ familyName: 'Тайнова' })
    const id = await begun(author, direction)
    await addCandidates(author, id, fitRow(one.number))
    const seen = async (ctx: ActingCtx) => (await listShown(ctx, id)).candidates[0]
    expect(await seen(author)).toMatchObject({ result: { earned: 61 }, passed: true })
    expect(await seen(approver)).toMatchObject({ result: null, attempt: null, band: null, passed: true })
    const reader = acts(await given.user({ role: 'coordinator' }))
    expect(await seen(reader)).toMatchObject({ result: null, passed: null, consent: null, reasons: [] })
    const scope = { role: 'organizer', scopeKind: 'direction' } as const
    const own = acts(await given.user({ ...scope, scopeId: direction.directionId }))
    expect(await seen(own)).toMatchObject({ result: { earned: 61 } })
    const other = (await given.registry.direction()).directionId
    const stranger = acts(await given.user({ ...scope, scopeId: other }))
    await expect(listShown(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(editList(approver, id, { title: 'x', effect: 'approves', basis: '' })).rejects.toMatchObject(
      {
        code: 'forbidden',
      },
    )
    const log = JSON.stringify(await db.select().from(logEntries))
    expect(log).toContain('result.entered')
    expect(log).not.toContain('Тайнова')
  })
})
