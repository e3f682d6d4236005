/**
 * Concluding: the draft is assembled when the last sheet is in, the chair words and issues it, and then it stands.
 *
 * What is hashed is canonical JSON that names people by number; the check code leads to what was issued.
 */
import { randomInt } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import type { ConclusionEdit } from '#app/domain/panels/forms.ts'
import { endEngagements } from '#app/domain/panels/invitations/engaging.server.ts'
import { standingOf } from '#app/domain/panels/objects/standing.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { courseOf } from '#app/domain/panels/sheets/course.server.ts'
import { filledSheets } from '#app/domain/panels/sheets/filled.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusions, issued } from '#db/schema/index.ts'
import { anew, assemble, type ConclusionBody } from './assembling.ts'

/**
 * Makes the draft of the conclusion from the sheets that are in, or makes it anew with what came since: the chair's words
 * stay. Runs in the command that brought the last sheet, closed them, or ended a round.
 */
export async function assembleConclusion(ctx: Ctx, state: PanelState): Promise<void> {
  const { panel, object } = state
  const filled = await filledSheets(ctx, panel.id)
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  const number = `${panel.number}-1`
  const heading = {
    number,
    panel: { number: panel.number, title: panel.title },
    object: { kind: object.kind, title: object.name, ...(await standingOf(ctx, state)) },
    chair: filled.find(({ personId }) => personId === state.facts.chairId)?.person ?? 0,
    ...(await courseOf(ctx, panel.id)),
  }
  const sheets = filled.map(({ person, answers, second }) => ({
    person,
    answers,
    ...(second ? { second } : {}),
  }))
  const body = assemble(heading, form, sheets)
  const [known] = await ctx.db
    .select({ id: conclusions.id, body: conclusions.body })
    .from(conclusions)
    .where(and(eq(conclusions.panelId, panel.id), isNull(conclusions.issuedAt)))
  if (known) {
    const before = known.body as unknown as ConclusionBody
    await ctx.db
      .update(conclusions)
      .set({ body: { ...anew(before, body) }, savedAt: ctx.now })
      .where(eq(conclusions.id, known.id))
  } else {
    const row = { id: uuidv7(), number, panelId: panel.id, revision: 1, createdAt: ctx.now, savedAt: ctx.now }
    await ctx.db
      .insert(conclusions)
      .values({ ...row, body: { ...body } })
      .onConflictDoNothing()
  }
  await record(ctx, 'conclusion.assembled', { kind: 'panel', id: panel.id }, { number })
}

/** Keeps the chair's words; Problem('stale') when somebody saved in between. Returns the new count of edits. */
export async function editConclusion(ctx: ActingCtx, panelId: string, edit: ConclusionEdit): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { body, id } = await lockDraftConclusion(ctx, panelId)
    const edited = worded(body, edit)
    await ctx.db
      .update(conclusions)
      .set({ body: { ...edited }, savedAt: ctx.now })
      .where(eq(conclusions.id, id))
    await record(ctx, 'conclusion.edited', { kind: 'conclusion', id }, { edition: edited.edition })
    return edited.edition
  })
}

/** Issues it with these words: number, check code, hash. It is superseded later, never edited. */
export async function issueConclusion(
  ctx: ActingCtx,
  panelId: string,
  edit: ConclusionEdit,
): Promise<string> {
  await refuseConflicted(ctx, panelId, panelRules.conclude)
  return atomically(ctx, async (ctx) => {
    const { body, id, state } = await lockDraftConclusion(ctx, panelId)
    const final = { ...worded(body, edit), issuedAt: ctx.now.toISOString() }
    const [hash, code] = [sha256(final), checkCode()]
    const change = {
      body: { ...final },
      savedAt: ctx.now,
      issuedAt: ctx.now,
      issuedById: ctx.actor.personId,
      code,
      sha256: hash,
    }
    await ctx.db.update(conclusions).set(change).where(eq(conclusions.id, id))
    await ctx.db
      .insert(issued)
      .values({ code, kind: 'conclusion', objectId: id, sha256: hash, issuedAt: ctx.now })
    await endEngagements(ctx, panelId, 'finished')
    await record(ctx, 'conclusion.issued', { kind: 'conclusion', id }, { number: final.number, sha256: hash })
    await tell(ctx, state, id, final)
    return final.number
  })
}

async function tell(ctx: ActingCtx, { panel, object, facts }: PanelState, id: string, body: ConclusionBody) {
  const told = [
    panel.requestedById,
    ...(object.authorId ? [object.authorId] : []),
    ...facts.memberIds,
    ...(panel.secretaryId ? [panel.secretaryId] : []),
  ]
  const notice = {
    objectKind: 'conclusion',
    objectId: id,
    address: `/conclusions/${body.number}`,
    facts: { number: body.number, title: object.title },
  }
  await notifyAll(ctx, told, 'conclusion.issued', notice)
}

async function lockDraftConclusion(ctx: ActingCtx, panelId: string) {
  const state = await lockPanel(ctx, panelId)
  authorize(panelRules.conclude, ctx.actor, state.facts)
  const [row] = await ctx.db
    .select()
    .from(conclusions)
    .where(eq(conclusions.panelId, panelId))
    .orderBy(desc(conclusions.revision))
    .limit(1)
  const { id, body } = found(row)
  return { id, state, body: body as unknown as ConclusionBody }
}

function worded(
  body: ConclusionBody,
  { verdict, text, recommendations, revision }: ConclusionEdit,
): ConclusionBody {
  if (revision !== body.edition) throw new Problem('stale')
  if (!body.verdicts.some(({ code }) => code === verdict)) throw new Problem('invalid', {}, 'verdict')
  const plain = (words: string) => words.replace(/\r\n?/g, '\n')
  return {
    ...body,
    verdict,
    text: plain(text),
    recommendations: plain(recommendations),
    edition: body.edition + 1,
  }
}

// No letters or digits that look alike when they are read from paper.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

function checkCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${part()}-${part()}-${part()}`
}
