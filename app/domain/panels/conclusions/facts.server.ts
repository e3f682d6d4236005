/** What rules of a conclusion weigh, read under the panel's lock: its text, the answers, the signatures. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import {
  isOver,
  lockedState,
  lockPanel,
  type PanelState,
  panelState,
} from '#app/domain/panels/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import {
  conclusionAnswers,
  conclusionDeputies,
  conclusionEditions,
  conclusionSignatures,
  conclusions,
  issued,
  people,
} from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import type { ConclusionFacts } from './rules.ts'

export type EditionRow = typeof conclusionEditions.$inferSelect
export type AnswerRow = typeof conclusionAnswers.$inferSelect
export type SignatureRow = typeof conclusionSignatures.$inferSelect
export interface ConclusionState {
  panel: PanelState
  /** the last revision; null before the sheets are in */
  row: typeof conclusions.$inferSelect | null
  body: ConclusionBody | null
  /** the text that stands with the members, if any */
  edition: EditionRow | null
  answers: AnswerRow[]
  /** under the document that stands; what was withdrawn is left out */
  signatures: SignatureRow[]
  deputy: typeof conclusionDeputies.$inferSelect | null
  facts: ConclusionFacts
}

/** The conclusion of a panel within reach, after waiting for whoever changes the panel now. */
export async function lockConclusion(ctx: Ctx, panelId: string): Promise<ConclusionState> {
  return stateOf(ctx, await lockPanel(ctx, panelId))
}

/** The same without asking who looks: for jobs. */
export async function lockedConclusion(ctx: Ctx, panelId: string): Promise<ConclusionState> {
  return stateOf(ctx, await lockedState(ctx, panelId))
}

/** The same without waiting, for pages. */
export async function conclusionState(ctx: Ctx, panelId: string): Promise<ConclusionState> {
  return stateOf(ctx, await panelState(ctx, panelId))
}

async function stateOf(ctx: Ctx, panel: PanelState): Promise<ConclusionState> {
  const { id } = panel.panel
  const [row] = await ctx.db
    .select()
    .from(conclusions)
    .where(eq(conclusions.panelId, id))
    .orderBy(desc(conclusions.revision))
    .limit(1)
  if (!row)
    return {
      panel,
      row: null,
      body: null,
      edition: null,
      answers: [],
      signatures: [],
      deputy: null,
      facts: bare(panel),
    }
  const body = row.body as unknown as ConclusionBody
  const [edition = null] = await ctx.db
    .select()
    .from(conclusionEditions)
    .where(and(eq(conclusionEditions.conclusionId, row.id), isNull(conclusionEditions.supersededAt)))
  const answers = edition ? await answersTo(ctx, edition.id) : []
  const signatures = edition ? await signaturesUnder(ctx, edition.id) : []
  const [deputy = null] = await ctx.db
    .select()
    .from(conclusionDeputies)
    .where(eq(conclusionDeputies.conclusionId, row.id))
  const facts = await factsOf(ctx, { panel, row, body, edition, answers, signatures, deputy })
  return { panel, row, body, edition, answers, signatures, deputy, facts }
}

async function factsOf(ctx: Ctx, state: Omit<ConclusionState, 'facts'>): Promise<ConclusionFacts> {
  const { panel, edition, deputy } = state
  const row = found(state.row)
  const { chairId, memberIds } = panel.facts
  const headId = deputy?.personId ?? chairId
  const answeredIds = state.answers.map(({ personId }) => personId)
  const waited = memberIds.filter((one) => one !== headId && !answeredIds.includes(one))
  return {
    ...panel.facts,
    headId,
    stage: row.issuedAt ? 'issued' : edition?.openedAt ? 'signing' : edition ? 'agreement' : 'draft',
    answeredIds: [...answeredIds, ...(headId ? [headId] : [])],
    agreed: edition !== null && (waited.length === 0 || isOver(ctx, edition.lastDay)),
    signerIds: await signersOf(ctx, state, headId),
    signedIds: state.signatures.map(({ personId }) => personId),
    revoked: row.code !== null && (await isRevoked(ctx, row.code)),
  }
}

/** Who must sign: the head, and where the region says so every member whose sheet the conclusion rests on. */
async function signersOf(
  ctx: Ctx,
  { panel, body, deputy }: Omit<ConclusionState, 'facts'>,
  headId: string | null,
): Promise<string[]> {
  const head = headId ? [headId] : []
  if (content().settings.panels.conclusion.signers === 'chair') return head
  const numbers = body?.members ?? []
  const rows = numbers.length
    ? await ctx.db.select({ id: people.id }).from(people).where(inArray(people.number, numbers))
    : []
  const took = new Set(rows.map(({ id }) => id))
  const absent = deputy ? panel.facts.chairId : null
  const members = panel.facts.memberIds.filter((one) => took.has(one) && one !== absent)
  return [...new Set([...head, ...members])]
}

async function isRevoked(ctx: Ctx, code: string): Promise<boolean> {
  const [row] = await ctx.db.select({ at: issued.revokedAt }).from(issued).where(eq(issued.code, code))
  return row?.at != null
}

/** Answers to a text, in order. */
export async function answersTo(ctx: Pick<Ctx, 'db'>, editionId: string): Promise<AnswerRow[]> {
  return ctx.db
    .select()
    .from(conclusionAnswers)
    .where(eq(conclusionAnswers.editionId, editionId))
    .orderBy(asc(conclusionAnswers.id))
}

/** Signatures under a document, in order. */
export async function signaturesUnder(ctx: Pick<Ctx, 'db'>, editionId: string): Promise<SignatureRow[]> {
  return ctx.db
    .select()
    .from(conclusionSignatures)
    .where(and(eq(conclusionSignatures.editionId, editionId), isNull(conclusionSignatures.withdrawnAt)))
    .orderBy(asc(conclusionSignatures.id))
}

function bare({ facts }: PanelState): ConclusionFacts {
  const none = { answeredIds: [], agreed: false, signerIds: [], signedIds: [], revoked: false }
  return { ...facts, ...none, headId: facts.chairId, stage: 'none' }
}
