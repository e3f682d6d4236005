/**
 * Signing: under one document stand signatures of different kinds. Simply, by the password and a one-time code, where
 * the identity was checked and the agreement is joined; as a detached file made elsewhere with a key; on paper, entered
 * by the staff. The site says which kind each is and verifies no cryptography of a key.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { signingState } from '#app/domain/accounts/signing/accord.server.ts'
import { type Signed, vouchForSigning } from '#app/domain/accounts/signing/codes.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusionSignatures, files } from '#db/schema/index.ts'
import { refuseConflicted } from './conflicted.server.ts'
import { containerFault } from './containers.ts'
import { type ConclusionState, conclusionState, lockConclusion } from './facts.server.ts'
import { issueWhenSigned } from './issuing.server.ts'
import { conclusionRules, signatureRules } from './rules.ts'

type Row = typeof conclusionSignatures.$inferInsert

/** What the actor is about to sign: the edition and the hash of its file. Problems of the rule; identity-unchecked, accord-missing. */
export async function simplySignable(ctx: ActingCtx, panelId: string): Promise<Signed> {
  const state = await conclusionState(ctx, panelId)
  authorize(conclusionRules.sign, ctx.actor, state.facts)
  const { identity, accord } = await signingState(ctx, ctx.actor.personId)
  if (!identity) throw new Problem('identity-unchecked')
  if (!accord) throw new Problem('accord-missing')
  return { objectId: found(state.edition).id, sha256: await hashOf(ctx, state) }
}

/**
 * A simple electronic signature. Problems: stale (the document shown is not the one that stands), identity-unchecked,
 * accord-missing, wrong-password, wrong-code, signer-conflict.
 */
export async function signSimply(
  ctx: ActingCtx,
  vault: Vault,
  panelId: string,
  { hash, password, code }: { hash: string; password: string; code: string },
): Promise<void> {
  const signed = await simplySignable(ctx, panelId)
  if (signed.sha256 !== hash) throw new Problem('stale')
  await refuseConflicted(ctx, panelId, ctx.actor.personId)
  await vouchForSigning(ctx, vault, signed, { password, code })
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.sign, ctx.actor, state.facts)
    if ((await hashOf(ctx, state)) !== hash) throw new Problem('stale')
    const { accord } = await signingState(ctx, ctx.actor.personId)
    if (!accord) throw new Problem('accord-missing')
    await keep(ctx, state, { kind: 'simple', sha256: hash, accordId: accord.id })
  })
}

/** A detached signature made with a key over the bytes of the document; kept, not verified. Problems at `file`. */
export async function signDetached(
  ctx: ActingCtx,
  dataDir: string,
  panelId: string,
  { hash, name, bytes }: { hash: string; name: string; bytes: Uint8Array },
): Promise<void> {
  authorize(conclusionRules.sign, ctx.actor, (await conclusionState(ctx, panelId)).facts)
  await refuseConflicted(ctx, panelId, ctx.actor.personId)
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.sign, ctx.actor, state.facts)
    if ((await hashOf(ctx, state)) !== hash) throw new Problem('stale')
    const fault = bytes.length === 0 ? null : containerFault(bytes, hash)
    if (fault) throw new Problem(fault, {}, 'file')
    const id = uuidv7()
    const about = { objectKind: 'conclusion-signature', objectId: id }
    const file = await keepSigned(ctx, dataDir, { name, bytes, ...about })
    await keep(ctx, state, { id, kind: 'detached', sha256: hash, fileId: file.id })
  })
}

export interface PaperSignature {
  personId: string
  /** that stands on the paper */
  day: string
  /** with what the scan was compared */
  note: string
  name: string
  bytes: Uint8Array
}

/** «Подписано на бумаге, сверено: …», with the scan. Problems: own-signature, signed-day, and those of files. */
export async function enterPaper(
  ctx: ActingCtx,
  dataDir: string,
  panelId: string,
  { hash, ...paper }: PaperSignature & { hash: string },
): Promise<void> {
  const { facts } = await conclusionState(ctx, panelId)
  authorize(signatureRules.enter, ctx.actor, { ...facts, ownerId: paper.personId })
  await refuseConflicted(ctx, panelId, paper.personId)
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(signatureRules.enter, ctx.actor, { ...state.facts, ownerId: paper.personId })
    if ((await hashOf(ctx, state)) !== hash) throw new Problem('stale')
    refuseDay(ctx, state, paper.day)
    const id = uuidv7()
    const about = { objectKind: 'conclusion-signature', objectId: id }
    const file = await keepSigned(ctx, dataDir, { name: paper.name, bytes: paper.bytes, ...about })
    if (file.mediaType === 'application/pkcs7-signature') throw new Problem('file-type', {}, 'file')
    const { personId, day, note } = paper
    await keep(ctx, state, { id, personId, day, note, kind: 'paper', sha256: hash, fileId: file.id })
  })
}

/** Why somebody did not sign: named under the conclusion in the place of the signature. */
export async function enterAbsence(
  ctx: ActingCtx,
  panelId: string,
  { hash, personId, note }: { hash: string; personId: string; note: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(signatureRules.enter, ctx.actor, { ...state.facts, ownerId: personId })
    if (personId === state.facts.headId) throw new Problem('head-must-sign')
    if ((await hashOf(ctx, state)) !== hash) throw new Problem('stale')
    await keep(ctx, state, { personId, note, kind: 'absent', sha256: hash })
  })
}

/** Takes a signature back before the issue: it was entered by mistake. */
export async function withdrawSignature(ctx: ActingCtx, panelId: string, signatureId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    const signature = found(state.signatures.find(({ id }) => id === signatureId))
    const { personId: ownerId, enteredById } = signature
    authorize(signatureRules.withdraw, ctx.actor, { ...state.facts, ownerId, enteredById })
    await ctx.db
      .update(conclusionSignatures)
      .set({ withdrawnAt: ctx.now, withdrawnById: ctx.actor.personId })
      .where(eq(conclusionSignatures.id, signatureId))
    const about = { kind: 'conclusion', id: found(state.row).id }
    await record(ctx, 'conclusion.unsigned', about, { kind: signature.kind })
  })
}

/** Writes the signature down under the lock; the last one may issue the conclusion. */
async function keep(
  ctx: ActingCtx,
  state: ConclusionState,
  signature: Pick<Row, 'kind' | 'sha256'> & Partial<Row>,
): Promise<void> {
  const edition = found(state.edition)
  const personId = signature.personId ?? ctx.actor.personId
  const role =
    personId === state.panel.facts.chairId
      ? 'chair'
      : personId === state.deputy?.personId
        ? 'deputy'
        : 'member'
  await ctx.db.insert(conclusionSignatures).values({
    ...{ id: uuidv7(), personId, role, day: dayOf(ctx.now, ctx.zone), ...signature },
    ...{ editionId: edition.id, enteredById: ctx.actor.personId, enteredAt: ctx.now },
  })
  const about = { kind: 'conclusion', id: edition.conclusionId }
  const { kind, sha256 } = signature
  await record(ctx, 'conclusion.signed', about, { kind, sha256, edition: edition.edition })
  await issueWhenSigned(ctx, state.panel.panel.id)
}

/** The hash of the bytes that are signed. */
async function hashOf(ctx: Pick<ActingCtx, 'db'>, { edition }: ConclusionState): Promise<string> {
  const [file] = await ctx.db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(eq(files.id, found(edition?.fileId)))
  return found(file).sha256
}

function refuseDay(ctx: ActingCtx, { edition }: ConclusionState, day: string) {
  const opened = found(edition?.openedAt)
  if (day < dayOf(opened, ctx.zone) || day > dayOf(ctx.now, ctx.zone))
    throw new Problem('signed-day', {}, 'day')
}
