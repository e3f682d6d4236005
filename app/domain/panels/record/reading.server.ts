/** Reads of the record of work: one's own, a panel's for its staff, and what a check code vouches for. */
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { type Letterhead, letterheadOf } from '#app/domain/organisations/letterhead.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { panelKnownTo } from '#db/reach/panels.ts'
import { engagements, organisations, panels, people, workPapers } from '#db/schema/index.ts'
import { type PaperRow, recordOf, type Work } from './facts.server.ts'
import { numberOfPaper, type WorkFacts } from './paper.ts'
import { recordRules, workRules } from './rules.ts'

/** What the actor took part in, the last first, with the panel and the standing paper where there is one. */
export async function ownWork(ctx: ActingCtx, limit = 200) {
  const { during } = engagements
  const rows = await ctx.db
    .select({
      ...{ id: engagements.id, kind: engagements.kind, title: engagements.title, role: engagements.role },
      ...{ outcome: engagements.outcome, hours: engagements.hours, panel: panels.number },
      firstDay: sql<string>`lower(${during})::text`,
      lastDay: sql<string | null>`(upper(${during}) - 1)::text`,
      paper: { id: workPapers.id, number: workPapers.number, year: workPapers.year },
    })
    .from(engagements)
    .leftJoin(panels, and(eq(engagements.kind, 'panel'), eq(panels.id, engagements.objectId)))
    .leftJoin(
      workPapers,
      and(
        eq(workPapers.panelId, engagements.objectId),
        eq(workPapers.personId, engagements.personId),
        isNull(workPapers.revokedAt),
      ),
    )
    .where(eq(engagements.personId, ctx.actor.personId))
    .orderBy(desc(sql`lower(${during})`), desc(engagements.id))
    .limit(limit)
  return rows.map(({ paper, ...row }) => ({
    ...row,
    paper: paper && { id: paper.id, number: numberOfPaper(paper) },
  }))
}

/** The record of a panel for its staff. Problem('not-found') for who may not know it, 'forbidden' for who may not read it. */
export async function recordOfPanel(ctx: ActingCtx, number: number) {
  const state = await recordOf(ctx, await knownPanel(ctx, number))
  const { facts } = state
  authorize(recordRules.read, ctx.actor, facts)
  const names = new Map((await placesOf(ctx, state.works.map(personOf))).map((one) => [one.number, one.name]))
  return {
    ...state,
    works: state.works.map((work) => ({
      ...work,
      name: names.get(work.number) ?? null,
      may: {
        give: workRules.give(ctx.actor, { ...facts, ownerId: work.personId }) === null,
        revoke:
          work.paper !== null && workRules.revoke(ctx.actor, { ...facts, ownerId: work.personId }) === null,
        correct: workRules.correct(ctx.actor, { ...facts, ownerId: work.personId }) === null,
      },
    })),
    mayGiveAll: recordRules.giveAll(ctx.actor, facts) === null,
  }
}
const personOf = ({ personId }: Work) => personId

async function knownPanel(ctx: Ctx, number: number): Promise<string> {
  const [row] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(and(eq(panels.number, number), panelKnownTo(viewerOf(ctx))))
  return found(row).id
}

export interface NamedPaper {
  code: string
  sha256: string
  facts: WorkFacts
  /** in full: the paper is its holder's own, or goes through the hands of the staff */
  name: string
  /** of the organisation whose panel it was */
  letterhead: Letterhead
  issuedAt: Date
}

/** The actor's own paper that stands. */
export async function ownPaper(ctx: ActingCtx, id: string): Promise<NamedPaper> {
  const own = and(eq(workPapers.id, id), eq(workPapers.personId, ctx.actor.personId))
  return found((await papersWhere(ctx, own))[0])
}

/** The standing papers of a panel, or one of them, for its staff. */
export async function papersOfPanel(ctx: ActingCtx, number: number, id?: string): Promise<NamedPaper[]> {
  const { facts, panel } = await recordOf(ctx, await knownPanel(ctx, number))
  authorize(recordRules.read, ctx.actor, facts)
  const papers = await papersWhere(
    ctx,
    and(eq(workPapers.panelId, panel.panel.id), id ? eq(workPapers.id, id) : undefined),
  )
  found(papers[0])
  return papers
}

/** The standing papers that fit the condition, in the order of their numbers; who may have them is asked by the caller. */
export async function papersWhere(ctx: ActingCtx, where: SQL | undefined): Promise<NamedPaper[]> {
  const rows = await ctx.db
    .select({ paper: workPapers, person: people, by: organisations })
    .from(workPapers)
    .innerJoin(panels, eq(panels.id, workPapers.panelId))
    .innerJoin(organisations, eq(organisations.id, panels.organisationId))
    .innerJoin(people, eq(people.id, workPapers.personId))
    .where(and(where, isNull(workPapers.revokedAt)))
    .orderBy(asc(workPapers.year), asc(workPapers.number))
  return rows.map(({ paper, person, by }) => ({
    ...{ code: paper.code, sha256: paper.sha256, issuedAt: paper.issuedAt, facts: factsOf(paper) },
    letterhead: letterheadOf(by),
    name: [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' '),
  }))
}

/** What a code on a paper vouches for; null for a paper of another kind. The name is shown where it may be today. */
export async function workPaperUnder(ctx: Ctx, { kind, objectId }: { kind: string; objectId: string }) {
  if (kind !== 'work-paper') return null
  const [row] = await ctx.db.select().from(workPapers).where(eq(workPapers.id, objectId))
  const paper = found(row)
  const [place] = await placesOf(ctx, [paper.personId])
  const [next] = await ctx.db
    .select({ number: workPapers.number, year: workPapers.year, code: workPapers.code })
    .from(workPapers)
    .where(eq(workPapers.replacesId, paper.id))
  const { replaces, ...facts } = factsOf(paper)
  return {
    ...facts,
    number: numberOfPaper(paper),
    name: place?.name ?? null,
    before: replaces ? numberOfPaper(replaces) : null,
    now: next ? { number: numberOfPaper(next), code: next.code } : null,
  }
}

const factsOf = ({ facts }: PaperRow) => facts as unknown as WorkFacts
