/**
 * Issuing: when everybody who must has signed, the conclusion gets its day and its check page; from then on it is
 * superseded or revoked, never edited. What it says is the document that was signed.
 */
import { eq, inArray } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { noteGivenSums } from '#app/domain/documents/given-files.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import {
  beginEngagement,
  changeRole,
  endEngagements,
} from '#app/domain/panels/invitations/engaging.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { conclusions, files, issued } from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import { type ConclusionState, lockConclusion } from './facts.server.ts'
import { conclusionRules } from './rules.ts'

/** Issues what all have signed; returns its number. Problems: signatures-awaited, not-chair. */
export async function issueConclusion(ctx: ActingCtx, panelId: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.issue, ctx.actor, state.facts)
    return issue(ctx, state)
  })
}

/** Where the region says so, the last signature issues it. Runs in the command that brought one, under its lock. */
export async function issueWhenSigned(ctx: ActingCtx, panelId: string): Promise<void> {
  if (content().settings.panels.conclusion.issue !== 'signed') return
  const state = await lockConclusion(ctx, panelId)
  const { stage, signerIds, signedIds } = state.facts
  if (stage === 'signing' && signerIds.every((one) => signedIds.includes(one))) await issue(ctx, state)
}

async function issue(ctx: ActingCtx, state: ConclusionState): Promise<string> {
  const [row, edition] = [found(state.row), found(state.edition)]
  const document = found(edition.document) as unknown as ConclusionBody
  const [sha256, code] = [found(edition.documentSha256), found(edition.code)]
  const { headId } = state.facts
  await ctx.db
    .update(conclusions)
    .set({
      ...{ body: { ...document }, sha256, code, fileId: edition.fileId, savedAt: ctx.now },
      ...{ issuedAt: ctx.now, issuedById: headId ?? ctx.actor.personId },
    })
    .where(eq(conclusions.id, row.id))
  const paper = {
    code,
    kind: 'conclusion',
    objectId: row.id,
    sha256,
    issuedAt: ctx.now,
    fileId: edition.fileId,
  }
  await ctx.db.insert(issued).values(paper)
  await noteGivenSums(ctx, code, await signedFiles(ctx, state))
  if (row.supersedesId) await supersede(ctx, row.supersedesId, document)
  await settleRoles(ctx, state)
  await endEngagements(ctx, state.panel.panel.id, 'finished')
  await record(ctx, 'conclusion.issued', { kind: 'conclusion', id: row.id }, { number: row.number, sha256 })
  await tell(ctx, state, row.id, document)
  return row.number
}

/** What was signed, and every file of a signature: whoever is handed one finds the conclusion by it. */
async function signedFiles(ctx: ActingCtx, { edition, signatures }: ConclusionState) {
  const kinds = new Map(signatures.map(({ fileId, kind }) => [fileId, kind]))
  const ids = [edition?.fileId ?? null, ...kinds.keys()].filter((one) => one !== null)
  const rows = await ctx.db
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(inArray(files.id, ids))
  return rows.map(({ id, sha256 }) => {
    const kind = kinds.get(id)
    const format = kind === 'paper' ? 'scan' : kind ? 'signature' : 'document'
    return { sha256, format: format as 'scan' | 'signature' | 'document' }
  })
}

/** As what each has worked: chair, deputy, third expert, member; the secretary works too. */
async function settleRoles(ctx: ActingCtx, { panel, facts, deputy }: ConclusionState) {
  for (const { personId, isChair, reasons } of panel.seats) {
    if (!facts.memberIds.includes(personId)) continue
    const third = reasons.some(({ code }) => code === 'third-expert')
    const acting = isChair === 'deputy' || personId === deputy?.personId
    const role = isChair === 'chair' ? 'chair' : acting ? 'deputy' : third ? 'third-expert' : 'member'
    await changeRole(ctx, panel.panel.id, personId, role)
  }
  const { secretaryId } = panel.panel
  if (secretaryId && !facts.memberIds.includes(secretaryId))
    await beginEngagement(ctx, panel, secretaryId, 'secretary')
}

/** The one before is no longer in force from this moment; where it was revoked already, that stays as it is. */
async function supersede(ctx: ActingCtx, id: string, { supersedes }: ConclusionBody) {
  const [before] = await ctx.db.select().from(conclusions).where(eq(conclusions.id, id))
  const [paper] = before?.code ? await ctx.db.select().from(issued).where(eq(issued.code, before.code)) : []
  if (!paper || paper.revokedAt) return
  await ctx.db
    .update(issued)
    .set({ revokedAt: ctx.now, revokeReason: supersedes?.reason ?? '' })
    .where(eq(issued.code, paper.code))
  await record(ctx, 'conclusion.superseded', { kind: 'conclusion', id }, { number: before?.number ?? '' })
}

async function tell(
  ctx: ActingCtx,
  { panel, facts }: ConclusionState,
  id: string,
  { number }: ConclusionBody,
) {
  const { requestedById, secretaryId } = panel.panel
  const people = [
    requestedById,
    ...(panel.object.authorId ? [panel.object.authorId] : []),
    ...facts.memberIds,
    ...(secretaryId ? [secretaryId] : []),
  ]
  await notifyAll(ctx, people, 'conclusion.issued', {
    ...{ objectKind: 'conclusion', objectId: id, address: `/conclusions/${number}` },
    facts: { number, ...told(panel.object) },
  })
}
