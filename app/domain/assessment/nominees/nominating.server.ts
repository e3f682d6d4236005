/**
 * Nominating: an organisation or a municipality proposes own people in a direction with one cover letter. The list is
 * looked through row by row; where every row says for certain who it is, it is sent at once. It can be taken back whole
 * while nobody has answered.
 */
import { and, eq, sql } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { factsOf, lockApplication, moveTo } from '#app/domain/assessment/way/application.server.ts'
import { openDirection } from '#app/domain/assessment/way/opening.server.ts'
import { wayRules } from '#app/domain/assessment/way/rules.ts'
import { addStep } from '#app/domain/assessment/way/steps.server.ts'
import { endNomineeLinks } from '#app/domain/assessment/way/unlinking.server.ts'
import type { Cells } from '#app/domain/columns.ts'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { keepFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import {
  commitList,
  type Line,
  type ListAbout,
  openList,
  type WrittenAtOnce,
} from '#app/domain/organisations/import-steps.server.ts'
import { countsOfImport, type JudgedRow, lockImport } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { nomineeHeads } from '#content/table-heads.ts'
import { ownOrganisations } from '#db/reach/staff.ts'
import { applications, imports, organisations } from '#db/schema/index.ts'
import { nomineeJudge } from './judging.ts'
import { nomineeKnowledge } from './knowing.server.ts'
import { writeNomination } from './writing.server.ts'

export interface Nomination {
  organisationId: string
  versionId: string
  letterNumber: string
  letterDay: string
  name: string
  grid: Cells
  file: { dataDir: string; name: string; bytes: Uint8Array } | null
}

/** Opens the list; where nothing is to be decided, sends it. Returns the list, and whether it was sent. Problems at `people`: table-none, too-many; at `letterDay`: day-ahead. */
export async function nominatePeople(
  ctx: ActingCtx,
  nomination: Nomination,
): Promise<{ id: string; sent: boolean }> {
  const { settings, applications: way } = content()
  await countAttempt(ctx, 'nomination', ctx.actor.personId, settings.rates.applicationsPerPerson)
  return atomically(ctx, async (ctx) => {
    const { organisationId, letterNumber, letterDay, name, grid } = nomination
    const place = await nominatorOf(ctx, organisationId)
    authorize(wayRules.nominate, ctx.actor, place)
    if (letterDay > ctx.actor.today) throw new Problem('day-ahead', {}, 'letterDay')
    const direction = await openDirection(ctx, nomination.versionId)
    if (grid.length > way.nominating.rows + 20) throw new Problem('too-many', {}, 'people')
    const kept = { direction: direction.id, directionId: direction.directionId, letterNumber, letterDay }
    const file = nomination.file && (await keepLetter(ctx, nomination.file))
    const about = { ...place, name, grid, settings: { ...kept, ...(file ? { file } : {}) } }
    const id = await openList(ctx, nominationList, about)
    const { all, same } = await countsOfImport(ctx, id)
    if (all === same) await commitList(ctx, nominationList, id, { seen: 1, leave: false })
    return { id, sent: all === same }
  })
}

/** How a nomination is read and written. */
export const nominationList: WrittenAtOnce = {
  kind: 'nominations',
  heads: nomineeHeads,
  judge,
  async hold(ctx) {
    // whoever nominates the same people at the same moment waits
    await ctx.db.execute(sql`lock table applications in share row exclusive mode`)
  },
  write: writeNomination,
}

/** Takes the nominations of the list back. Problem('nomination-answered') once somebody has answered. */
export async function undoNomination(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { settings } = await lockImport(ctx, id, { states: ['done'] })
    const of = await ctx.db
      .select({ number: applications.number, state: applications.state, personId: applications.personId })
      .from(applications)
      .where(eq(applications.letterId, settings.letter ?? ''))
      .orderBy(applications.number)
    if (of.some(({ state }) => state !== 'nominated' && state !== 'withdrawn'))
      throw new Problem('nomination-answered')
    for (const { number, state } of of) {
      if (state === 'withdrawn') continue
      const one = await lockApplication(ctx, number, ['nominated'])
      authorize(wayRules.care, ctx.actor, await factsOf(ctx, one))
      await moveTo(ctx, one.id, 'withdrawn')
      const tell = [{ people: [one.personId], at: 'cabinet' as const }]
      await addStep(ctx, one, 'recalled', { words: reason, tell })
    }
    await endNomineeLinks(
      ctx,
      of.map(({ personId }) => personId),
    )
    const undone = { state: 'undone' as const, undoneById: ctx.actor.personId, undoneAt: ctx.now, reason }
    await ctx.db.update(imports).set(undone).where(eq(imports.id, id))
    await record(ctx, 'import.undone', { kind: 'import', id }, { rows: of.length })
  })
}

/** Own lists that are looked through and not sent yet. */
export async function openNominations(ctx: ActingCtx) {
  return ctx.db
    .select({ id: imports.id, name: imports.name, createdAt: imports.createdAt })
    .from(imports)
    .where(
      and(
        ...[eq(imports.kind, 'nominations'), eq(imports.state, 'open')],
        sql`${imports.organisationId} in (${ownOrganisations(viewerOf(ctx), ['nomination.create'])})`,
      ),
    )
    .orderBy(imports.id)
    .limit(50)
}

/** The nominator among the own organisations. A house of the region stands in a municipality and is not its own. */
async function nominatorOf(ctx: ActingCtx, organisationId: string) {
  const [place] = await ctx.db
    .select({
      organisationId: organisations.id,
      municipalityId: organisations.municipalityId,
      tier: organisations.tier,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, organisationId),
        sql`${organisations.id} in (${ownOrganisations(viewerOf(ctx), ['nomination.create'])})`,
      ),
    )
  if (!place) throw new Problem('forbidden', {}, 'organisation')
  const local = place.tier === 'municipal' || place.tier === 'institutional'
  return { organisationId: place.organisationId, municipalityId: local ? place.municipalityId : null }
}

async function keepLetter(ctx: ActingCtx, { dataDir, ...file }: NonNullable<Nomination['file']>) {
  return (await keepFile(ctx, dataDir, { ...file, objectKind: 'nomination-letter' })).id
}

async function judge(ctx: ActingCtx, about: ListAbout, rows: readonly Line[]): Promise<JudgedRow[]> {
  const judgeRow = nomineeJudge(await nomineeKnowledge(ctx, about, rows))
  return rows.map(({ at, cells }) => {
    const { read, matches, ...verdict } = judgeRow(at, (field) => cells[about.columns[field] ?? -1] ?? '')
    return {
      ...{ at, cells: [...cells], ...verdict, read: { ...read } },
      matches: matches as unknown as JudgedRow['matches'],
    }
  })
}
