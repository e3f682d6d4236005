/** The way of a conclusion from its text to the last signature: agreement, three kinds of signature, races, old editions. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { askSigningCode, vouchForSigning } from '#app/domain/accounts/signing/codes.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import type { Actor } from '#app/domain/ctx.ts'
import { sendForAgreement, takeBackText } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { identifyMember } from '#app/domain/panels/conclusions/deputising.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import { conclusionByNumber, issuedUnder } from '#app/domain/panels/conclusions/reading.server.ts'
import { earlierSignatures } from '#app/domain/panels/conclusions/shown.server.ts'
import {
  enterAbsence,
  signDetached,
  simplySignable,
  withdrawSignature,
} from '#app/domain/panels/conclusions/signing.server.ts'
import {
  conclusionSignatures,
  conclusions,
  employments,
  identityChecks,
  issued,
  notifications,
} from '#db/schema/index.ts'
import { detachedOver } from '#test/support/cms.ts'
import { test } from '#test/support/database.ts'
import { password, press, vault } from '#test/support/given/conclusions.ts'

const refused = (code: string) => ({ code })

test('three kinds of signature under one document; the last one issues it, and the check page tells each', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.signing()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  await given.signer(chair)
  await given.signs(panel.id, chair)
  const hash = await given.hashOf(panel.id, chair)
  const bytes = detachedOver(hash)
  await expect(
    signDetached(acts(second), press.dataDir, panel.id, {
      hash,
      name: 'п.sig',
      bytes: detachedOver('ab'.repeat(32)),
    }),
  ).rejects.toMatchObject({ ...refused('signature-other'), field: 'file' })
  await signDetached(acts(second), press.dataDir, panel.id, { hash, name: 'подпись.sig', bytes })
  expect(await db.$count(issued, eq(issued.kind, 'conclusion'))).toBe(0)
  await expect(given.signsOnPaper(panel, panel.secretary)).rejects.toMatchObject(refused('own-signature'))
  await expect(given.signsOnPaper(panel, await given.user())).rejects.toMatchObject(refused('not-signer'))
  await given.signsOnPaper(panel, third)

  const view = await conclusionByNumber(as(null), `${panel.number}-1`)
  expect(view.signatures.map(({ person, role, kind }) => [person, role, kind])).toEqual([
    [chair.number, 'chair', 'simple'],
    [second.number, 'member', 'detached'],
    [third.number, 'member', 'paper'],
  ])
  expect(new Set(view.signatures.map((one) => one.sha256))).toEqual(new Set([hash]))
  expect(sha256(view.body)).toBe(view.sha256)
  const paper = await issuedUnder(as(null), view.code ?? '')
  expect(paper.conclusion).toMatchObject({ number: `${panel.number}-1`, version: 1, supersededBy: null })
  expect(paper.conclusion?.signatures).toHaveLength(3)
  await expect(
    db.update(conclusionSignatures).set({ kind: 'simple' }).where(eq(conclusionSignatures.kind, 'paper')),
  ).rejects.toThrow()
  await expect(given.signs(panel.id, chair)).rejects.toMatchObject(refused('conclusion-not-signing'))
})

test('a simple signature asks who it is: identity, agreement, password, a code for this very document, once', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.signing()
  const chair = { ...panel.chair, emailConfirmed: true }
  await expect(simplySignable(acts(chair), panel.id)).rejects.toMatchObject(refused('identity-unchecked'))
  await given.signer(chair, { accord: false })
  await expect(simplySignable(acts(chair), panel.id)).rejects.toMatchObject(refused('accord-missing'))
  await given.signer(chair, { identity: false })
  const signed = await simplySignable(acts(chair), panel.id)
  const by = (change: { password?: string; code?: string; sha256?: string }) =>
    vouchForSigning(acts(chair), vault, { ...signed, ...change }, { password, code: '0000 0000', ...change })
  await expect(by({})).rejects.toMatchObject({ ...refused('wrong-code'), field: 'oneTimeCode' })
  await expect(by({ password: 'another' })).rejects.toMatchObject(refused('wrong-password'))
  await askSigningCode(acts(chair), { ...signed, sha256: 'f'.repeat(64) })
  await expect(given.signs(panel.id, chair)).resolves.toBeUndefined()
  expect(await db.$count(conclusionSignatures, eq(conclusionSignatures.personId, chair.personId))).toBe(1)
  await expect(askSigningCode(acts({ ...chair, emailConfirmed: false }), signed)).rejects.toMatchObject(
    refused('email-unconfirmed'),
  )
})

test('a signature over an older document is refused, and what stood under it counts no longer', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.signing()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const old = await given.hashOf(panel.id, chair)
  await given.signsOnPaper(panel, second)
  await takeBackText(acts(chair), panel.id)
  await expect(
    signDetached(acts(third), press.dataDir, panel.id, {
      hash: old,
      name: 'п.sig',
      bytes: detachedOver(old),
    }),
  ).rejects.toMatchObject(refused('conclusion-not-signing'))
  const { body, row } = await conclusionState(acts(chair), panel.id)
  await sendForAgreement(acts(chair), panel.id, { revision: body?.edition ?? 0, lastDay: '2026-03-05' })
  await given.answerAll(panel)
  await openSigning(acts(chair), panel.id, press)
  await expect(
    signDetached(acts(third), press.dataDir, panel.id, {
      hash: old,
      name: 'п.sig',
      bytes: detachedOver(old),
    }),
  ).rejects.toMatchObject(refused('stale'))
  const state = await conclusionState(acts(chair), panel.id)
  expect(state.facts.signedIds).toEqual([])
  expect(await earlierSignatures({ db }, row?.id ?? '')).toMatchObject([
    { person: second.number, kind: 'paper' },
  ])
  for (const one of [chair, second, third]) await given.signsOnPaper(panel, one)
  expect(await db.$count(issued, eq(issued.objectId, row?.id ?? ''))).toBe(1)
})

test('two last signers at one moment issue it once', async ({ given, acts, db }) => {
  const panel = await given.signing()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  await given.signsOnPaper(panel, chair)
  const hash = await given.hashOf(panel.id, chair)
  const sign = (actor: Actor) =>
    signDetached(acts(actor), press.dataDir, panel.id, { hash, name: 'п.sig', bytes: detachedOver(hash) })
  await Promise.all([sign(second), sign(third)])
  const made = await db.select().from(conclusions).where(eq(conclusions.panelId, panel.id))
  expect(made).toHaveLength(1)
  expect(await db.$count(issued, eq(issued.objectId, made[0]?.id ?? ''))).toBe(1)
  const twice = await Promise.allSettled([sign(second), sign(second)])
  expect(twice.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('before a signature conflicts are looked for again: what is found is kept and the secretary is told', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.signing()
  const second = panel.members[1]?.actor as Actor
  const developer =
    panel.draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  await db
    .update(employments)
    .set({ organisationId: developer })
    .where(eq(employments.personId, second.personId))
  const hash = await given.hashOf(panel.id, panel.chair)
  await expect(
    signDetached(acts(second), press.dataDir, panel.id, { hash, name: 'п.sig', bytes: detachedOver(hash) }),
  ).rejects.toMatchObject(refused('signer-conflict'))
  const told = and(
    eq(notifications.kind, 'conflict.found'),
    eq(notifications.personId, panel.secretary.personId),
  )
  expect(await db.$count(notifications, told)).toBe(1)
})

test('the secretary writes down an absence and a mistake, never for the head or for oneself', async ({
  given,
  acts,
}) => {
  const panel = await given.signing()
  const [chair, second] = panel.members.map(({ actor }) => actor) as [Actor, Actor]
  const hash = await given.hashOf(panel.id, chair)
  const absent = (personId: string, by = panel.secretary) =>
    enterAbsence(acts(by), panel.id, { hash, personId, note: 'болен' })
  await expect(absent(chair.personId)).rejects.toMatchObject(refused('head-must-sign'))
  await expect(absent(second.personId, chair)).rejects.toMatchObject(refused('forbidden'))
  await absent(second.personId)
  await expect(given.signsOnPaper(panel, second)).rejects.toMatchObject(refused('signed-already'))
  const { signatures } = await conclusionState(acts(chair), panel.id)
  await withdrawSignature(acts(panel.secretary), panel.id, signatures[0]?.id ?? '')
  await given.signsOnPaper(panel, second)
  await expect(
    withdrawSignature(
      acts(chair),
      panel.id,
      (await conclusionState(acts(chair), panel.id)).signatures[0]?.id ?? '',
    ),
  ).rejects.toMatchObject(refused('forbidden'))
})

test('identity is confirmed by the staff of the panel for its members, not by oneself', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.signing()
  const member = panel.members[1]?.actor as Actor
  const seen = { personId: member.personId, document: 'паспорт', checkedOn: '2026-03-02' }
  await expect(identifyMember(acts(member), panel.id, seen)).rejects.toMatchObject(refused('forbidden'))
  await expect(
    identifyMember(acts(panel.secretary), panel.id, { ...seen, checkedOn: '2026-03-03' }),
  ).rejects.toMatchObject(refused('day-future'))
  const stranger = await given.user()
  await expect(
    identifyMember(acts(panel.secretary), panel.id, { ...seen, personId: stranger.personId }),
  ).rejects.toMatchObject(refused('not-found'))
  await identifyMember(acts(panel.secretary), panel.id, seen)
  expect(await db.$count(identityChecks, eq(identityChecks.personId, member.personId))).toBe(1)
})
