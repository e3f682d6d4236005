/** The page of signatures: the document, who must sign it, whose signature stands, and the ways open to the viewer. */
import { eq } from 'drizzle-orm'
import { signingState } from '#app/domain/accounts/signing/accord.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { files } from '#db/schema/index.ts'
import type { ConclusionState } from './facts.server.ts'
import { conclusionRules, signatureRules } from './rules.ts'
import { earlierSignatures, shownUnder } from './shown.server.ts'

/** Problems: conclusion-not-signing before the document is made, sheets-not-in while one more sheet is awaited. */
export async function signingDesk(ctx: ActingCtx, state: ConclusionState) {
  const { facts, edition, row, deputy, panel } = state
  if (facts.stage !== 'signing') throw new Problem('conclusion-not-signing')
  // a newcomer still fills a sheet: the document is made anew when it is in
  if (!facts.allSent) throw new Problem('sheets-not-in')
  const standing = found(edition)
  const [file] = await ctx.db
    .select({ sha256: files.sha256, size: files.size })
    .from(files)
    .where(eq(files.id, found(standing.fileId)))
  const signatures = await shownUnder(ctx, standing.id)
  const places = await placesOf(ctx, [...facts.memberIds])
  const seen = await identitiesOf(ctx, facts.signerIds)
  const signers = facts.signerIds.map((personId) => {
    const place = places.find((one) => one.personId === personId)
    const person = place?.number ?? 0
    const role =
      personId === panel.facts.chairId
        ? ('chair' as const)
        : personId === deputy?.personId
          ? ('deputy' as const)
          : ('member' as const)
    const signature = signatures.find((one) => one.person === person) ?? null
    const staff = { ...facts, ownerId: personId }
    const enteredById = state.signatures.find((one) => one.personId === personId)?.enteredById
    return {
      ...{ personId, person, name: place?.name ?? null, role, signature },
      enter: signatureRules.enter(ctx.actor, staff) === null,
      withdraw:
        enteredById !== undefined && signatureRules.withdraw(ctx.actor, { ...staff, enteredById }) === null,
      identity: seen.get(personId) ?? null,
    }
  })
  const may = (rule: keyof typeof conclusionRules) => conclusionRules[rule](ctx.actor, facts) === null
  return {
    ...{ number: panel.panel.number, title: panel.panel.title, edition: standing.edition },
    document: found(file),
    signers,
    left: facts.signerIds.filter((one) => !facts.signedIds.includes(one)).length,
    own: await signingState(ctx, ctx.actor.personId),
    earlier: await earlierSignatures(ctx, found(row).id),
    may: { sign: may('sign'), issue: may('issue'), depute: may('depute'), identify: may('identify') },
    objectId: standing.id,
  }
}

/** Whose document was seen; staff alone is shown it. */
async function identitiesOf(ctx: ActingCtx, ids: readonly string[]) {
  const known = new Map<string, Awaited<ReturnType<typeof signingState>>['identity']>()
  for (const id of ids) known.set(id, (await signingState(ctx, id)).identity)
  return known
}
