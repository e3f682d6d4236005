/**
 * Organisations of a municipality from a list: looked through against the directory, written whole or not at all, and
 * taken back whole.
 */
import { eq, isNull, sql } from 'drizzle-orm'
import type { Cells } from '#app/domain/columns.ts'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { organisationHeads } from '#content/organisation-words.ts'
import { importRows, imports, municipalities, organisations } from '#db/schema/index.ts'
import { type Line, type ListAbout, openList, type WrittenAtOnce } from './import-steps.server.ts'
import type { JudgedRow } from './imports.server.ts'
import { judgeOf } from './judging.ts'
import { newCode } from './keeping.server.ts'
import { organisationRules } from './rules.ts'
import { writeRow } from './writing.server.ts'

/** Opens an import of the grid; returns its id. Problems at `file`: table-none, list-long; at `municipality`: required. */
export async function openOrganisations(
  ctx: ActingCtx,
  { name, grid, municipality }: { name: string; grid: Cells; municipality: string },
): Promise<string> {
  const [place] = await ctx.db.select().from(municipalities).where(eq(municipalities.code, municipality))
  if (!place) throw new Problem('required', {}, 'municipality')
  authorize(organisationRules.import, ctx.actor, { municipalityId: place.id })
  return openList(ctx, organisationList, { name, grid, municipalityId: place.id, settings: {} })
}

/** How a list of organisations is read and written. */
export const organisationList: WrittenAtOnce = {
  kind: 'organisations',
  heads: organisationHeads,
  judge,
  async hold(ctx, { municipalityId }) {
    authorize(organisationRules.import, ctx.actor, { municipalityId: municipalityId ?? '' })
    // Nobody adds or changes a card meanwhile: what was compared is what is written.
    await ctx.db.execute(sql`lock table organisations in share row exclusive mode`)
  },
  async write(ctx, one, rows) {
    let next = Number((await newCode(ctx)).slice('org-'.length))
    for (const row of rows) {
      if (row.verdict === 'rejected' || row.choice === 'skip') continue
      const made = await writeRow(ctx, one, row, () => `org-${next++}`)
      await ctx.db
        .update(importRows)
        .set({ objectId: made.id, made: made.kept })
        .where(sql`${importRows.importId} = ${one.id} and ${importRows.at} = ${row.at}`)
    }
    await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now }).where(eq(imports.id, one.id))
    await record(ctx, 'import.done', { kind: 'import', id: one.id }, { rows: rows.length })
  },
}

async function judge(
  ctx: Ctx,
  { municipalityId = null, columns }: ListAbout,
  rows: readonly Line[],
): Promise<JudgedRow[]> {
  const cards = await ctx.db
    .select({
      ...{ id: organisations.id, code: organisations.code, name: organisations.name },
      ...{ shortName: organisations.shortName, type: organisations.type, inn: organisations.inn },
      ...{ aliases: organisations.aliases, municipalityId: organisations.municipalityId },
      closed: sql<boolean>`coalesce(upper(${organisations.during}) <= ${ctx.actor?.today ?? null}::date, false)`,
    })
    .from(organisations)
    .where(isNull(organisations.mergedIntoId))
  const place = await placeWord(ctx, municipalityId)
  const judgeRow = judgeOf(municipalityId ?? '', cards)
  return rows.map(({ at, cells }) => {
    const cell = (field: string) => cells[columns[field] ?? -1] ?? ''
    const { verdict, reasons, read, matches, differs } = judgeRow(at, cell)
    const said = cell('municipality').toLowerCase().replaceAll('ё', 'е').slice(0, 6)
    const foreign = said !== '' && verdict !== 'rejected' && !place.includes(said)
    return {
      ...{
        at,
        cells: [...cells],
        read: { ...read, differs },
        matches: matches as unknown as JudgedRow['matches'],
      },
      verdict: foreign ? 'rejected' : verdict,
      reasons: foreign ? [{ code: 'place', facts: { name: cell('municipality') } }] : reasons,
    }
  })
}

async function placeWord(ctx: Ctx, id: string | null): Promise<string> {
  const [row] = await ctx.db
    .select()
    .from(municipalities)
    .where(eq(municipalities.id, id ?? ''))
  return found(row).name.toLowerCase().replaceAll('ё', 'е')
}
