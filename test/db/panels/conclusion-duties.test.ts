/** Who may do what with a conclusion at each of its stages; who learns of a closed one; a head who came into a conflict; what stays of the work. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { releaseLate } from '#app/domain/panels/composition/leaving.server.ts'
import { answerText, sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { deputeHead } from '#app/domain/panels/conclusions/deputising.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import {
  conclusionByNumber,
  conclusionOfPanel,
  issuedUnder,
} from '#app/domain/panels/conclusions/reading.server.ts'
import { revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { signDetached } from '#app/domain/panels/conclusions/signing.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { listPanels } from '#app/domain/panels/queries.server.ts'
import {
  conclusions,
  conflicts,
  employments,
  engagements,
  invitations,
  notifications,
} from '#db/schema/index.ts'
import { detachedOver } from '#test/support/cms.ts'
import { test } from '#test/support/database.ts'
import { press, wording } from '#test/support/given/conclusions.ts'

const refused = (code: string) => ({ code })

test('a grid of duties: who words, agrees, signs, issues, takes back, at each stage', async ({
  given,
  acts,
}) => {
  const panel = await given.concluding()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const who = {
    ...{ chair, second, third, secretary: panel.secretary, developer: panel.draft.institute },
    ...{
      coordinator: await given.user({ role: 'coordinator' }),
      operator: await given.user({ role: 'operator' }),
      ministry: await given.user({ role: 'ministry' }),
      expert: await given.expert([panel.direction]),
      guest: null,
    },
  }
  const actions = Object.keys(conclusionRules) as (keyof typeof conclusionRules)[]
  const grid = async () => {
    const { facts } = await conclusionState(acts(chair), panel.id)
    const may = (actor: Actor | null) =>
      actions.filter((action) => conclusionRules[action](actor, facts) === null).join(' ')
    return Object.fromEntries(Object.entries(who).map(([name, actor]) => [name, may(actor)]))
  }
  const at: Record<string, Record<string, string>> = {}
  at.draft = await grid()
  const revision = await editConclusion(acts(chair), panel.id, { ...wording, revision: 1 })
  await sendForAgreement(acts(chair), panel.id, { revision, lastDay: '2026-03-05' })
  const { edition } = await conclusionState(acts(chair), panel.id)
  await answerText(acts(second), panel.id, { hash: edition?.sha256 ?? '', dissent: '' })
  at.agreement = await grid()
  await answerText(acts(third), panel.id, { hash: edition?.sha256 ?? '', dissent: 'Не согласна.' })
  at.agreed = await grid()
  await openSigning(acts(chair), panel.id, press)
  await given.signsOnPaper(panel, second)
  at.signing = await grid()
  for (const one of [chair, third]) await given.signsOnPaper(panel, one)
  at.issued = await grid()
  await revokeConclusion(acts(chair), panel.id, 'Ошибка.')
  at.revoked = await grid()
  const others = { expert: '', guest: '' }
  // the operator conducts panels and reads no sheets; who asked for the panel reads what came out of it
  const before = {
    ...{ developer: 'read', ministry: 'read', operator: 'depute identify' },
    ...{ secretary: 'read depute identify', coordinator: 'read depute identify', ...others },
  }
  expect(at).toEqual({
    draft: { ...before, chair: 'read edit send', second: 'read', third: 'read' },
    agreement: { ...before, chair: 'read edit', second: 'read', third: 'read answer' },
    agreed: { ...before, chair: 'read edit openSigning', second: 'read', third: 'read' },
    signing: { ...before, chair: 'read edit sign', second: 'read', third: 'read sign' },
    issued: {
      ...{ chair: 'read revoke revise', second: 'read', third: 'read', developer: 'read', ministry: 'read' },
      ...{
        secretary: 'read identify revoke',
        coordinator: 'read identify revoke',
        operator: 'identify',
        ...others,
      },
    },
    revoked: {
      ...{ chair: 'read revise', second: 'read', third: 'read', developer: 'read', ministry: 'read' },
      ...{ secretary: 'read identify', coordinator: 'read identify', operator: 'identify', ...others },
    },
  })
})

test('a closed conclusion is told to nobody who does not work on it: page, list, panel, check', async ({
  given,
  acts,
  as,
  db,
}) => {
  const closed = { objectKind: 'files', subject: 'Варианты работы', title: 'Варианты', closed: 'on' } as const
  const panel = await given.issued({ ...closed })
  const number = panel.conclusion
  const { code } = await conclusionByNumber(acts(panel.secretary), number)
  expect(code).not.toBeNull()
  const insiders = [panel.secretary, ...panel.members.map(({ actor }) => actor)]
  const outsiders = [
    null,
    await given.user(),
    await given.expert([panel.direction]),
    await given.user({ role: 'school' }),
  ]
  for (const one of insiders) {
    expect((await conclusionByNumber(as(one), number)).body.object.title).toBe('Варианты работы')
    expect((await issuedUnder(as(one), code ?? '')).conclusion).toMatchObject({ number })
  }
  const told = async (one: Actor | null) => JSON.stringify(await issuedUnder(as(one), code ?? ''))
  for (const one of outsiders) {
    await expect(conclusionByNumber(as(one), number)).rejects.toMatchObject(refused('not-found'))
    await expect(conclusionOfPanel(as(one), panel.number)).rejects.toMatchObject(refused('not-found'))
    expect((await issuedUnder(as(one), code ?? '')).conclusion).toBeNull()
    expect(await told(one)).not.toContain('Варианты')
    if (one) expect((await listPanels(acts(one))).page.map((row) => row.number)).not.toContain(panel.number)
  }
  await revokeConclusion(acts(panel.chair), panel.id, 'В варианте 7 ошибка.')
  // that it stands no more is told to whoever holds the paper; why, to who may know what it is about
  for (const one of outsiders) {
    expect(await issuedUnder(as(one), code ?? '')).toMatchObject({
      revokedAt: expect.any(Date),
      revokeReason: null,
    })
    expect(await told(one)).not.toContain('варианте')
  }
  expect(await issuedUnder(as(panel.secretary), code ?? '')).toMatchObject({
    revokeReason: 'В варианте 7 ошибка.',
  })
  const about = await db.select().from(engagements).where(eq(engagements.objectId, panel.id))
  expect(JSON.stringify(about)).not.toContain('Варианты')
})

test('a head who came into a conflict does not sign: it is kept, another acts, the conclusion is agreed on anew', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.signing()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const developer =
    panel.draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  await db
    .update(employments)
    .set({ organisationId: developer })
    .where(eq(employments.personId, chair.personId))
  const hash = await given.hashOf(panel.id, chair)
  const sign = { hash, name: 'п.sig', bytes: detachedOver(hash) }
  await expect(signDetached(acts(chair), press.dataDir, panel.id, sign)).rejects.toMatchObject(
    refused('signer-conflict'),
  )
  await expect(given.signsOnPaper(panel, chair)).rejects.toMatchObject(refused('signer-conflict'))
  const known = and(eq(conflicts.panelId, panel.id), eq(conflicts.personId, chair.personId))
  expect((await db.select().from(conflicts).where(known)).map(({ kind }) => kind)).toContain(
    'same-organisation',
  )
  await given.signsOnPaper(panel, third)
  const [row] = await db.select().from(conclusions).where(eq(conclusions.panelId, panel.id))
  expect(row?.issuedAt).toBeNull()
  await deputeHead(acts(panel.secretary), panel.id, {
    personId: second.personId,
    reason: 'Конфликт интересов.',
  })
  const { facts } = await conclusionState(acts(second), panel.id)
  expect(facts).toMatchObject({ headId: second.personId, stage: 'draft', signedIds: [] })
  expect(facts.signerIds).not.toContain(chair.personId)
})

test('work is in the biography, in the load until the conclusion is out, and in the rest between expertises after it', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.signing()
  const member = panel.members[1]?.actor as Actor
  const finished = async () => (await cardOf(as(null), member.number)).finished
  const before = await finished()
  const next = await given.panel({ direction: panel.direction, maxGoing: 1, restMonths: 6 })
  const out = async () =>
    (await candidatesOf(acts(next.secretary), await unlockedState(acts(next.secretary), next.id))).find(
      ({ number }) => number === member.number,
    )?.out
  expect(await out()).toEqual({ code: 'going', count: 1, most: 1 })
  for (const { actor } of panel.members) await given.signsOnPaper(panel, actor)
  expect(await out()).toEqual({ code: 'rest', day: '2026-03-02', months: 6 })
  expect(await finished()).toBe((before ?? 0) + 1)
  const [work] = (await cardOf(as(null), member.number)).engagements
  expect(work).toMatchObject({ role: 'member', outcome: 'finished' })
})

test('who is still asked when the conclusion is out is freed with a letter, once', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const spare = (await given.seated(panel.id)).find(({ standing }) => standing === 'reserve')
  const invitationId = crypto.randomUUID()
  await db.insert(invitations).values({
    ...{ id: invitationId, seatId: spare?.id ?? '', sentAt: new Date('2026-03-02T08:00:00Z') },
    lastDay: '2026-03-20',
  })
  expect(await releaseLate(as(null, { db }))).toBe(1)
  expect(await releaseLate(as(null, { db }))).toBe(0)
  const letter = and(
    eq(notifications.kind, 'panel.released'),
    eq(notifications.personId, spare?.personId ?? ''),
  )
  expect(await db.$count(notifications, letter)).toBe(1)
  const expert = panel.people.find(({ personId }) => personId === spare?.personId) as Actor
  await expect(acceptInvitation(acts(expert), invitationId)).rejects.toHaveProperty('code')
})
