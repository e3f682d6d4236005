/** Nominating people whom the registry does not know: nothing goes on without the own consent, on the site or on paper. */
import { eq, inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { ownLetters } from '#app/domain/assessment/nominees/letters.server.ts'
import { openNominations } from '#app/domain/assessment/nominees/nominating.server.ts'
import { applicationShown } from '#app/domain/assessment/way/applications.server.ts'
import { enterNominationConsent } from '#app/domain/assessment/way/consenting.server.ts'
import { letterFile, scanOf } from '#app/domain/assessment/way/scans.server.ts'
import { dictateSurvey } from '#app/domain/assessment/way/surveying.server.ts'
import { importById, listImports } from '#app/domain/organisations/imports.server.ts'
import { applications, disclosures, employments, importRows, privateFields } from '#db/schema/index.ts'
import { called, lettersTo, named, scan, sent, verdicts } from '#test/support/nominees-room.ts'
import { answers, nominated, test } from '#test/support/way-room.ts'

describe('O-11, of somebody unknown', () => {
  test('a new person waits for the own consent; a free mailbox gets a link, one that is somebody else’s none', async ({
    way,
    given,
    db,
  }) => {
    await given.user({ email: 'taken@test.example' })
    const { id, sent: gone } = await named(
      way.head,
      way,
      [
        'Незнамова Ада Львовна; ; учитель; ada@test.example',
        'Незнамов Олег Львович; ; учитель; taken@test.example',
        'Незнамов Яков; ; учитель',
        'Незнамов Ян; ; ; ян',
        'Незнамов Ян; ',
        'Незнамов Яков; ; учитель',
      ].join('\n'),
    )
    expect(gone).toBe(false)
    expect(await verdicts(way.head, id)).toEqual([
      ...[
        ['new', '', 0],
        ['new', '', 0],
        ['new', '', 0],
      ],
      ...[
        ['rejected', 'email', 0],
        ['rejected', 'nominee-post', 0],
        ['rejected', 'twice', 0],
      ],
    ])
    expect(await called({ db }, 'Незнамова')).toEqual([])
    expect((await openNominations(way.municipality)).map((one) => one.id)).toEqual([id])
    await expect(sent(way.head, id)).rejects.toMatchObject({ code: 'import-rejected' })
    await sent(way.head, id, true)
    const made = [...(await called({ db }, 'Незнамова')), ...(await called({ db }, 'Незнамов'))]
    const ids = made.map((one) => one.id)
    expect(made).toHaveLength(3)
    expect(made.every(({ nameOpen, source }) => !nameOpen && source === 'import')).toBe(true)
    const rows = await db.select().from(applications).where(inArray(applications.personId, ids))
    expect(rows.map(({ state }) => state)).toEqual(['nominated', 'nominated', 'nominated'])
    expect(await lettersTo({ db }, ids)).toEqual([{ id: ids[0] }])
    expect(
      await db
        .select()
        .from(privateFields)
        .where(eq(privateFields.personId, ids[1] ?? '')),
    ).toEqual([])
    // addresses leave the rows with the words
    const kept = await db.select().from(importRows).where(eq(importRows.importId, id))
    expect(kept.every(({ cells, read }) => cells.length === 0 && Object.keys(read).length === 0)).toBe(true)
    expect(await ownLetters(way.municipality)).toMatchObject([
      { named: 3, waits: 3, consented: 0, scan: false },
    ])
    await expect(importById(way.organizer, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listImports(way.organizer)).rows.map((one) => one.id)).not.toContain(id)
  })

  test('a paper is entered by the nominator with its scan; for who has an account nobody answers', async ({
    way,
    given,
    acts,
    db,
  }) => {
    const { id } = await named(way.head, way, 'Бумажный Лев Львович; ; учитель', {
      ...scan,
      name: 'письмо.pdf',
    })
    await sent(way.head, id)
    const [person] = await called(way.head, 'Бумажный')
    const [one] = await way.head.db
      .select()
      .from(applications)
      .where(eq(applications.personId, person?.id ?? ''))
    const number = one?.number ?? 0
    const signed = { signedOn: '2026-03-01', scan }
    await expect(enterNominationConsent(way.head, number, { ...signed, scan: null })).rejects.toMatchObject({
      code: 'required',
      field: 'file',
    })
    const foreign = acts(
      await given.user({
        role: 'municipality',
        scopeKind: 'municipality',
        scopeId: (await given.municipality()).id,
      }),
    )
    await expect(enterNominationConsent(foreign, number, signed)).rejects.toMatchObject({ code: 'not-found' })
    await expect(letterFile(foreign, one?.letterId ?? '')).rejects.toMatchObject({ code: 'not-found' })
    for (const reader of [way.municipality, way.organizer])
      expect((await letterFile(reader, one?.letterId ?? '')).name).toBe('письмо.pdf')

    await enterNominationConsent(way.head, number, signed)
    const { steps, stage } = await applicationShown(way.organizer, number)
    expect(stage).toBe('survey')
    const step = steps.find(({ kind }) => kind === 'consented')
    // who entered it: by the place of work, and by name from the day on which the name is open
    const { personId } = way.head.actor
    const place = await given.organisation({ shortName: 'Школа у озера' })
    const post = { personId, organisationId: place.id, post: 'директор', during: '[2020-01-01,)' }
    await db.insert(employments).values(post)
    const entered = async () =>
      (await applicationShown(way.organizer, number)).steps.map(({ enteredBy }) => enteredBy).filter(Boolean)
    expect(step).toMatchObject({ how: 'paper', signedOn: '2026-03-01', scan: true })
    expect(await entered()).toEqual(['Школа у озера'])
    const open = { personId, field: 'name' as const, ground: 'act' as const, beganAt: way.head.now }
    await db.insert(disclosures).values(open)
    expect(await entered()).toEqual([expect.stringContaining(way.head.actor.familyName)])
    for (const reader of [way.head, way.organizer])
      expect((await scanOf(reader, number, step?.id ?? '')).name).toBe('согласие.pdf')
    // who only cares for the person and did not bring the paper reads no paper
    await expect(scanOf(way.municipality, number, step?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })

    const account = await way.worker()
    const theirs = await nominated(way.head, way, [account])
    await expect(enterNominationConsent(way.head, theirs, signed)).rejects.toMatchObject({
      code: 'application-account',
    })
  })
})

test('the letter names others: none of its nominees reads it, whoever decides on them does', async ({
  way,
}) => {
  const [one, two] = [await way.worker(), await way.worker()]
  const file = { ...scan, name: 'письмо.pdf' }
  await nominated(way.head, way, [one, two], { file })
  const of = eq(applications.personId, one.actor.personId)
  const [row] = await way.head.db.select().from(applications).where(of)
  for (const nominee of [one, two])
    await expect(letterFile(nominee, row?.letterId ?? '')).rejects.toMatchObject({ code: 'not-found' })
  for (const reader of [way.head, way.organizer])
    expect((await letterFile(reader, row?.letterId ?? '')).name).toBe('письмо.pdf')
})

test('answers by word of mouth are entered for who has no account, and the entering is told', async ({
  way,
}) => {
  const { id } = await named(way.head, way, 'Устный Лев Львович; ; учитель')
  await sent(way.head, id)
  const [person] = await called(way.head, 'Устный')
  const of = eq(applications.personId, person?.id ?? '')
  const number = (await way.head.db.select().from(applications).where(of))[0]?.number ?? 0
  await enterNominationConsent(way.head, number, { signedOn: '2026-03-01', scan })
  const spoken = { how: 'spoken' as const, signedOn: '2026-03-02', scan: null }
  const said = answers({ 'value-experience': '2' })
  await expect(dictateSurvey(way.head, number, said, { ...spoken, how: 'paper' })).rejects.toMatchObject({
    code: 'required',
    field: 'file',
  })
  await expect(
    dictateSurvey(way.head, number, said, { ...spoken, signedOn: '2026-04-02' }),
  ).rejects.toMatchObject({ code: 'day-ahead' })
  await dictateSurvey(way.municipality, number, said, spoken)
  const shown = await applicationShown(way.organizer, number)
  expect(shown).toMatchObject({ stage: 'review', survey: { unmet: [expect.stringMatching(/Стаж/)] } })
  expect(shown.steps.at(-1)).toMatchObject({ kind: 'surveyed', how: 'spoken', signedOn: '2026-03-02' })
  expect((await applicationShown(way.municipality, number)).survey).toBeNull()

  const own = await way.worker()
  const theirs = await nominated(way.head, way, [own])
  await enterNominationConsent(way.organizer, theirs, { signedOn: '2026-03-01', scan: null })
  for (const helper of [way.organizer, way.head])
    await expect(dictateSurvey(helper, theirs, said, spoken)).rejects.toMatchObject({
      code: 'application-account',
    })
})
