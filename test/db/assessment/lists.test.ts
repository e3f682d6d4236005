/** From a list of candidates to statuses: the acceptance cases of the inventory's section O that stand on it. */
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { decideOnList, sendList } from '#app/domain/assessment/agreeing.server.ts'
import { addCandidates, removeCandidate, saveCandidate } from '#app/domain/assessment/choosing.server.ts'
import { CandidateCard } from '#app/domain/assessment/forms.ts'
import { listAt, listOfOrder, listShown } from '#app/domain/assessment/lists.server.ts'
import { enterListAct, enterListOrder, orderFromList } from '#app/domain/assessment/registering.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { revokeOrder } from '#app/domain/experts/revoking.server.ts'
import { assessmentResults, consents, orders } from '#db/schema/index.ts'
import { agreed, begun, entryOf, fitRow, readyList } from '#test/support/given/lists.ts'
import { heldBy, registered, test } from '#test/support/list-room.ts'

describe('O-2', () => {
  test('an order of a list of three of five begins exactly three statuses; its revocation ends them', async ({
    room: { author, approver, direction, ministry },
    given,
    as,
  }) => {
    const five = [await given.person(), await given.person(), await given.person()]
    const others = [await given.person(), await given.person()]
    const rows = [...five, ...others].map(({ number }) => fitRow(number))
    const id = await begun(author, direction)
    await addCandidates(author, id, rows.join('\n'))
    for (const { id: gone } of others) {
      const { candidates } = await listShown(author, id)
      await removeCandidate(author, id, candidates.find(({ personId }) => personId === gone)?.id ?? '')
    }
    await agreed(author, approver, id, ministry)

    const slug = await registered(author, id)

    for (const { id: person } of five)
      expect(await heldBy(author, person)).toMatchObject([{ during: '[2026-02-25,)' }])
    for (const { id: person } of others) expect(await heldBy(author, person)).toEqual([])
    const [order] = await author.db.select().from(orders).where(eq(orders.slug, slug))
    expect(await listShown(author, id)).toMatchObject({ list: { state: 'registered' }, order: { slug } })
    expect(await listOfOrder(author, slug)).toMatchObject({ id })
    expect(await listOfOrder(as(null), slug)).toBeNull()
    await expect(addCandidates(author, id, fitRow(others[0]?.number ?? 0))).rejects.toMatchObject({
      code: 'list-registered',
    })

    const revocation = { number: '02/78', day: '2026-03-01', title: 'Об отмене' }
    await revokeOrder(author, order?.id ?? '', revocation)
    for (const { id: person } of five)
      expect(await heldBy(author, person)).toMatchObject([{ during: '[2026-02-25,2026-03-01)' }])
  })
})

describe('O-10', () => {
  test('an entrepreneur is not put into a list, and one declared later stops it', async ({
    room: { author, approver, direction, ministry },
    given,
  }) => {
    const [one, other] = [await given.person(), await given.person()]
    const id = await begun(author, direction)
    await expect(
      addCandidates(author, id, `${fitRow(other.number)}\n№ ${one.number};61;100;20.02.2026;01.02.2026;да`),
    ).rejects.toMatchObject({ code: 'line-entrepreneur', facts: { line: 2 }, field: 'rows' })
    expect((await listShown(author, id)).candidates).toEqual([])

    await addCandidates(author, id, fitRow(other.number))
    await agreed(author, approver, id, ministry)
    const entry = await entryOf(author, id)
    const [{ id: candidate } = { id: '' }] = (await listShown(author, id)).candidates
    await saveCandidate(author, id, candidate, CandidateCard.parse({ entrepreneur: 'yes' }))
    await expect(enterListOrder(author, id, entry)).rejects.toMatchObject({
      ...{ code: 'candidate-entrepreneur', field: 'parts[0].people', facts: { number: other.number } },
    })
  })
})

describe('O-11', () => {
  test('nobody is assessed without a consent: on the site, or on paper with its day', async ({
    room: { author, direction },
    given,
    acts,
    db,
  }) => {
    const [one, user] = [await given.person(), await given.user()]
    const id = await begun(author, direction)
    const row = (number: number, consent = '') => `№ ${number};61;100;20.02.2026;${consent};нет`
    await expect(addCandidates(author, id, row(one.number))).rejects.toMatchObject({
      ...{ code: 'line-result-no-consent', facts: { line: 1 } },
    })
    expect(await db.select().from(assessmentResults).where(eq(assessmentResults.personId, one.id))).toEqual(
      [],
    )
    await expect(addCandidates(author, id, row(one.number, '03.03.2026'))).rejects.toMatchObject({
      code: 'line-day-ahead',
    })
    await addCandidates(author, id, row(one.number, '01.02.2026'))
    const [paper] = await db.select().from(consents).where(eq(consents.personId, one.id))
    expect(paper).toMatchObject({ signedOn: '2026-02-01', enteredById: author.actor.personId })

    await giveConsent(acts(user), 'processing')
    await addCandidates(author, id, row(user.number))
    const { candidates } = await listShown(author, id)
    expect(candidates.map(({ consent, reasons }) => [consent, reasons])).toEqual([
      ['stands', []],
      ['stands', []],
    ])
  })
})

describe('O-13', () => {
  test('a list of the independent assessment needs an order of the operator with the mark of the Ministry', async ({
    room: { author, approver, ministry, operator },
    given,
  }) => {
    const direction = await given.registry.direction({ code: 'qualifications' })
    const one = await given.person()
    const id = await readyList({ author, approver }, direction, [fitRow(one.number)], ministry)
    const by = (issuer: string, agreedWith: string) =>
      entryOf(author, id, { issuer, agreedWith }).then((entry) => enterListOrder(author, id, entry))
    await expect(by('ministry', 'ministry')).rejects.toMatchObject({ code: 'list-issuer', field: 'issuer' })
    await expect(by('ccopmkp', '')).rejects.toMatchObject({ code: 'list-agreed-mark', field: 'agreedWith' })
    expect((await orderFromList(author, id)).fields).toMatchObject({
      ...{ issuer: operator.shortName, agreedWith: ministry.shortName },
    })
    const slug = await registered(author, id)
    const [order] = await author.db.select().from(orders).where(eq(orders.slug, slug))
    expect(order).toMatchObject({ issuerId: operator.id, agreedWithId: ministry.id })
  })

  test('a list of check tests needs the act of the municipality too, and no status begins before it', async ({
    room: { author, approver, ministry },
    given,
    acts,
  }) => {
    const town = await given.municipality()
    const authority = await given.organisation({ tier: 'municipal', municipalityId: town.id })
    const scope = { role: 'municipality', scopeKind: 'municipality', scopeId: town.id } as const
    const local = acts(await given.user(scope))
    const stranger = acts(await given.user({ ...scope, scopeId: (await given.municipality()).id }))
    const direction = await given.registry.direction({ code: 'vpr', tier: 'municipal' })
    await expect(begun(author, direction)).rejects.toMatchObject({ code: 'list-municipality' })
    await expect(begun(stranger, direction, { municipality: town.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const id = await begun(local, direction, { municipality: town.id })
    await expect(listAt(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    const one = await given.person()
    // who draws up a list enters no results: that is the duty of whoever processes applications
    await expect(addCandidates(local, id, fitRow(one.number))).rejects.toMatchObject({ code: 'forbidden' })
    await addCandidates(local, id, `№ ${one.number}`)
    await expect(sendList(local, id)).rejects.toMatchObject({ code: 'list-blocked', facts: { count: 1 } })
    await addCandidates(author, id, fitRow(one.number))
    await sendList(local, id)
    const { revision: seen } = await listAt(author, id)
    const decide = (ctx: ActingCtx, body: string) =>
      decideOnList(ctx, id, { seen, body, decision: 'agreed', reason: '' })
    await expect(decide(approver, authority.id)).rejects.toMatchObject({ code: 'list-not-yours' })
    await decide(local, authority.id)
    await expect(decide(local, authority.id)).rejects.toMatchObject({ code: 'list-agreed' })
    await expect(orderFromList(author, id)).rejects.toMatchObject({ code: 'list-not-ready' })
    await decide(approver, ministry.id)

    const entry = await entryOf(author, id)
    await expect(enterListOrder(author, id, entry)).rejects.toMatchObject({ code: 'list-act-missing' })
    const act = { issuer: authority.id, number: '5', day: '2026-02-26' }
    await expect(enterListAct(local, id, { ...act, day: '2026-03-03' })).rejects.toMatchObject({
      code: 'order-ahead',
    })
    await expect(enterListAct(local, id, { ...act, issuer: ministry.id })).rejects.toMatchObject({
      code: 'list-act-stranger',
    })
    await enterListAct(local, id, act)
    await expect(enterListOrder(author, id, entry)).rejects.toMatchObject({
      ...{ code: 'list-act-later', field: 'parts[0].firstDay' },
    })
    const [part] = entry.parts
    await registered(author, id, { parts: [{ ...part, firstDay: '2026-02-26' }] })
    expect(await heldBy(author, one.id)).toMatchObject([{ during: '[2026-02-26,)', tier: 'municipal' }])
  })
})
