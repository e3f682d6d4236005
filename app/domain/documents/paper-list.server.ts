/** Reads of papers: lists, one paper, files to take away; all within reach. */
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { paperVisibleTo, writesFor } from '#db/reach/papers.ts'
import { everywhere } from '#db/reach/viewer.ts'
import { files, organisations, papers } from '#db/schema/index.ts'
import type { NamedFile } from './merging.ts'
import { draftFile, type PaperRow } from './papers.server.ts'
import type { Shelf } from './shelf.ts'
import { assertWriter } from './template-rules.ts'

const shown = {
  id: papers.id,
  templateCode: papers.templateCode,
  organisation: organisations.shortName,
  fields: papers.fields,
  outgoingNumber: papers.outgoingNumber,
  outgoingDay: papers.outgoingDay,
  issuedAt: papers.issuedAt,
  createdAt: papers.createdAt,
}

/** Organisations whose papers the actor writes; for the whole region only those that have some, and the own. */
export async function paperOrganisations(ctx: ActingCtx): Promise<{ id: string; name: string }[]> {
  const viewer = viewerOf(ctx)
  assertWriter(ctx)
  const all = everywhere(viewer, 'template.edit')
  return ctx.db
    .select({ id: organisations.id, name: organisations.shortName })
    .from(organisations)
    .where(
      all
        ? sql`${organisations.source} <> 'demo' or exists (select 1 from ${papers} where ${papers.organisationId} = ${organisations.id})`
        : writesFor(viewer),
    )
    .orderBy(organisations.shortName)
    .limit(200)
}

/** A page of papers, newest first; `before` is the id of the last one shown. Problem('forbidden') without the power. */
export async function listPapers(
  ctx: ActingCtx,
  { before, template, limit = 25 }: { before?: string; template?: string; limit?: number } = {},
) {
  assertWriter(ctx)
  const rows = await ctx.db
    .select(shown)
    .from(papers)
    .leftJoin(organisations, eq(organisations.id, papers.organisationId))
    .where(
      and(
        paperVisibleTo(viewerOf(ctx)),
        before ? lt(papers.id, before) : undefined,
        template ? eq(papers.templateCode, template) : undefined,
      ),
    )
    .orderBy(desc(papers.id))
    .limit(limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/** One paper with its file when it is issued; what is out of reach does not exist. */
export async function paperOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      paper: papers,
      organisation: organisations.shortName,
      municipalityId: organisations.municipalityId,
      file: { sha256: files.sha256, size: files.size },
    })
    .from(papers)
    .leftJoin(organisations, eq(organisations.id, papers.organisationId))
    .leftJoin(files, eq(files.id, papers.fileId))
    .where(and(eq(papers.id, id), paperVisibleTo(viewerOf(ctx))))
  const { municipalityId, ...rest } = found(row)
  const { organisationId, issuedAt } = rest.paper
  return { ...rest, facts: { organisationId, municipalityId, issuedAt } }
}

/** The DOCX of papers in the order asked for: the fixed file of an issued one, the present state of a draft. */
export async function paperFiles(
  ctx: Ctx,
  shelf: Shelf,
  ids: readonly string[],
  notice?: string,
): Promise<NamedFile[]> {
  const { merged } = content().settings.papers
  if (ids.length === 0) throw new Problem('paper-none')
  if (ids.length > merged) throw new Problem('paper-many', { most: merged })
  const rows = await ctx.db
    .select({ paper: papers, sha256: files.sha256, name: files.name })
    .from(papers)
    .leftJoin(files, eq(files.id, papers.fileId))
    .where(and(inArray(papers.id, [...new Set(ids)]), paperVisibleTo(viewerOf(ctx))))
  const made: NamedFile[] = []
  for (const id of new Set(ids)) {
    const { paper, sha256, name } = found(rows.find((row) => row.paper.id === id))
    const bytes = sha256 ? await shelf.read(sha256) : await draftFile(ctx, shelf, paper, notice)
    made.push({ name: name ?? draftName(paper), bytes })
  }
  return made
}

function draftName(paper: PaperRow): string {
  const kind = content().templates.templates.find(({ code }) => code === paper.templateCode)
  return `${kind?.title.ru ?? paper.templateCode}, проект.docx`
}
