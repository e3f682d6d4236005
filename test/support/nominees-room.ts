/** What tests of nominations of unknown people share: the list, how it is sent, and whom it made. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import { nominatePeople, nominationList } from '#app/domain/assessment/nominees/nominating.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { commitList } from '#app/domain/organisations/import-steps.server.ts'
import { importById, rowsOfImport } from '#app/domain/organisations/imports.server.ts'
import { logEntries, people } from '#db/schema/index.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'way-'))
export const scan = { dataDir, name: 'согласие.pdf', bytes: new TextEncoder().encode('%PDF-1.4 согласие') }

type Way = { school: { id: string }; direction: { id: string } }
export const named = (
  ctx: ActingCtx,
  { school, direction }: Way,
  lines: string,
  file: typeof scan | null = null,
) =>
  nominatePeople(ctx, {
    ...{ organisationId: school.id, versionId: direction.id, letterNumber: '15', letterDay: '2026-03-01' },
    ...{ name: 'Выдвижение', grid: gridOfLines(lines), file },
  })
export const sent = async (ctx: ActingCtx, id: string, leave = false) =>
  commitList(ctx, nominationList, id, { seen: (await importById(ctx, id)).revision, leave })
export const verdicts = async (ctx: ActingCtx, id: string) =>
  (await rowsOfImport(ctx, id, {})).rows.map(({ verdict, reasons, matches }) => [
    ...[verdict, reasons.map(({ code }) => code).join(), matches.length],
  ])
export const lettersTo = async ({ db }: Pick<ActingCtx, 'db'>, ids: string[]) =>
  db
    .select({ id: logEntries.objectId })
    .from(logEntries)
    .where(and(inArray(logEntries.objectId, ids), eq(logEntries.kind, 'activation.letter-asked')))
export const called = async ({ db }: Pick<ActingCtx, 'db'>, familyName: string) =>
  db.select().from(people).where(eq(people.familyName, familyName)).orderBy(people.number)
