/** Scans of papers on the way: the cover letter of a nomination, a consent, a survey answered on paper. */
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { applicationVisibleTo } from '#db/reach/applications.ts'
import { ownOrganisations } from '#db/reach/staff.ts'
import { applicationSteps, applications, files, nominationLetters } from '#db/schema/index.ts'
import { applicationAt, factsOf } from './application.server.ts'
import { wayRules } from './rules.ts'

export interface Scan {
  dataDir: string
  name: string
  bytes: Uint8Array
}

/** Keeps the scan of a paper about this application. Problems at `file`: those of the store. */
export async function keepScan(ctx: Ctx, applicationId: string, { dataDir, ...file }: Scan): Promise<string> {
  const kept = await keepFile(ctx, dataDir, {
    ...file,
    ...{ objectKind: 'application', objectId: applicationId },
  })
  return kept.id
}

/** The scan of a step: for the person, for those who decide, and for whoever entered it. */
export async function scanOf(ctx: ActingCtx, number: number, stepId: string): Promise<StoredFile> {
  const one = await applicationAt(ctx, number)
  const facts = await factsOf(ctx, one)
  const reads = (['self', 'decide'] as const).some((rule) => wayRules[rule](ctx.actor, facts) === null)
  const [row] = await ctx.db
    .select({ file: files })
    .from(applicationSteps)
    .innerJoin(files, eq(files.id, applicationSteps.fileId))
    .where(
      and(
        ...[eq(applicationSteps.id, stepId), eq(applicationSteps.applicationId, one.id)],
        reads ? undefined : eq(applicationSteps.byId, ctx.actor.personId),
      ),
    )
  return readable(row?.file)
}

/** The cover letter: for the nominator and for whoever sees an application of it. It names others too: not for the nominee. */
export async function letterFile(ctx: ActingCtx, letterId: string): Promise<StoredFile> {
  const viewer = viewerOf(ctx)
  const own = sql`${nominationLetters.organisationId} in (${ownOrganisations(viewer, ['nomination.create'])})`
  const named = inArray(
    nominationLetters.id,
    ctx.db
      .select({ id: applications.letterId })
      .from(applications)
      .where(and(applicationVisibleTo(viewer), ne(applications.personId, ctx.actor.personId))),
  )
  const [row] = await ctx.db
    .select({ file: files })
    .from(nominationLetters)
    .innerJoin(files, eq(files.id, nominationLetters.fileId))
    .where(and(eq(nominationLetters.id, letterId), or(own, named)))
  return readable(row?.file)
}

function readable(file: StoredFile | undefined): StoredFile {
  if (file?.erasedAt) throw new Problem('gone')
  return found(file)
}
