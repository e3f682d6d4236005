/**
 * Reads of directions: the lists as they were published, and each direction through all its versions.
 *
 * What replaced what is told by codes of the next list. Experts are counted over statuses that hold today and are
 * believed today, whichever version of the direction their order names.
 */
import { aliasedTable, and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import {
  directionLists,
  directions,
  directionVersions,
  documents,
  orderItems,
  orders,
  organisations,
  statuses,
} from '#db/schema/index.ts'

const listShown = {
  id: directionLists.id,
  code: directionLists.code,
  title: directionLists.title,
  documentId: directionLists.documentId,
  firstDay: sql<string>`lower(${directionLists.during})::text`,
  endDay: sql<string | null>`upper(${directionLists.during})::text`,
}

export type DirectionListed = Awaited<ReturnType<typeof directionsOfList>>[number]

/** All published lists, the newest first. */
export async function listsOfDirections(ctx: Ctx) {
  const { today } = viewerOf(ctx)
  const rows = await ctx.db
    .select({
      ...listShown,
      now: sql<boolean>`${directionLists.during} @> ${today}::date`,
      document: documents.code,
    })
    .from(directionLists)
    .leftJoin(documents, eq(documents.id, directionLists.documentId))
    .orderBy(sql`lower(${directionLists.during}) desc`)
  return rows.map(({ id: _, documentId: __, ...row }) => row)
}

/** The code of the list in force on the day; the newest one when there is none. */
export async function listOn(ctx: Ctx, day: string): Promise<string> {
  const [row] = await ctx.db
    .select({ code: directionLists.code })
    .from(directionLists)
    .orderBy(sql`(${directionLists.during} @> ${day}::date) desc, lower(${directionLists.during}) desc`)
    .limit(1)
  return found(row).code
}

/** Directions as an order may name them: those of the list in force first, then of lists ahead and former ones. */
export async function directionChoices(ctx: Ctx) {
  const now = sql<boolean>`${directionLists.during} @> ${viewerOf(ctx).today}::date`
  return ctx.db
    .select({
      id: directionVersions.id,
      title: directionVersions.shortTitle,
      list: directionLists.title,
      firstDay: sql<string>`lower(${directionLists.during})::text`,
      ...{ now, ahead: sql<boolean>`lower(${directionLists.during}) > ${viewerOf(ctx).today}::date` },
    })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .orderBy(desc(now), sql`lower(${directionLists.during}) desc`, asc(directionVersions.position))
}

/** Directions of a list in its printed order, with what goes on with them and how many experts they have now. */
export async function directionsOfList(ctx: Ctx, listCode: string) {
  const rows = await ctx.db
    .select({
      directionId: directions.id,
      code: directions.code,
      position: directionVersions.position,
      tier: directionVersions.tier,
      title: directionVersions.title,
      shortTitle: directionVersions.shortTitle,
      group: directionVersions.groupTitle,
      replacedBy: sql<string[] | null>`${directionVersions.details}->'replacedBy'`,
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(eq(directionLists.code, listCode.replaceAll('\0', '')))
    .orderBy(asc(directionVersions.position))
  found(rows[0])
  const [counts, titles] = [
    await expertsNow(ctx),
    await titlesOf(
      ctx,
      rows.flatMap(({ replacedBy }) => replacedBy ?? []),
    ),
  ]
  return rows.map(({ directionId, replacedBy, ...row }) => ({
    ...row,
    experts: counts.get(directionId) ?? 0,
    replacedBy: named(replacedBy ?? [], titles),
  }))
}

/**
 * One direction: every version with its list, the newest first, the one to be read first (`head`: in force, else the
 * newest), and how many experts it has now on each tier.
 */
export async function directionByCode(ctx: Ctx, code: string) {
  const rows = await ctx.db
    .select({
      version: directionVersions,
      list: listShown,
      document: documents.code,
      documentTitle: documents.title,
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .leftJoin(documents, eq(documents.id, directionLists.documentId))
    .where(eq(directions.code, code.replaceAll('\0', '')))
    .orderBy(sql`lower(${directionLists.during}) desc`)
  const { today } = viewerOf(ctx)
  const holds = ({ list }: (typeof rows)[number]) =>
    list.firstDay <= today && (list.endDay === null || today < list.endDay)
  const head = Math.max(rows.findIndex(holds), 0)
  const newest = found(rows[head])
  const titles = await titlesOf(
    ctx,
    rows.flatMap(({ version }) => version.details.replacedBy ?? []),
  )
  return {
    ...{ code, head, now: holds(newest), ahead: newest.list.firstDay > today },
    experts: await expertsByTier(ctx, newest.version.directionId),
    replaces: await replacedWith(ctx, code),
    orders: await ordersOf(ctx, newest.version.directionId),
    participants: await participantsOf(ctx, newest.version.details.participants),
    versions: rows.map(({ version, list, document, documentTitle }) => ({
      ...{
        tier: version.tier,
        title: version.title,
        shortTitle: version.shortTitle,
        group: version.groupTitle,
      },
      ...{ content: version.content.split('\n'), procedures: version.details.procedures },
      ...{ approving: version.details.approving, note: version.details.note ?? null },
      replacedBy: named(version.details.replacedBy ?? [], titles),
      list: { code: list.code, title: list.title, firstDay: list.firstDay, endDay: list.endDay },
      document: document ? { code: document, title: documentTitle ?? '' } : null,
    })),
  }
}

/** Lists of directions that a document approved. */
export async function listsOfDocument(ctx: Ctx, documentId: string) {
  return ctx.db
    .select({ code: directionLists.code, title: directionLists.title })
    .from(directionLists)
    .where(eq(directionLists.documentId, documentId))
}

/** The newest orders by which somebody became an expert of the direction. */
async function ordersOf(ctx: Ctx, directionId: string) {
  return ctx.db
    .select({
      slug: orders.slug,
      number: orders.number,
      day: orders.day,
      issuer: organisations.shortName,
      people: sql<number>`count(distinct ${orderItems.personId})::int`,
    })
    .from(orderItems)
    .innerJoin(orders, eq(orders.id, orderItems.orderId))
    .innerJoin(organisations, eq(organisations.id, orders.issuerId))
    .innerJoin(directionVersions, eq(directionVersions.id, orderItems.directionVersionId))
    .where(and(eq(directionVersions.directionId, directionId), eq(orderItems.act, 'begin')))
    .groupBy(orders.id, organisations.id)
    .orderBy(desc(orders.day), desc(orders.id))
    .limit(5)
}

async function expertsNow(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({
      directionId: directionVersions.directionId,
      count: sql<number>`count(distinct ${statuses.personId})::int`,
    })
    .from(statuses)
    .innerJoin(directionVersions, eq(directionVersions.id, statuses.directionVersionId))
    .where(holdsNow(ctx))
    .groupBy(directionVersions.directionId)
  return new Map(rows.map(({ directionId, count }) => [directionId, count]))
}

async function expertsByTier(ctx: Ctx, directionId: string) {
  return ctx.db
    .select({ tier: statuses.tier, count: sql<number>`count(distinct ${statuses.personId})::int` })
    .from(statuses)
    .innerJoin(directionVersions, eq(directionVersions.id, statuses.directionVersionId))
    .where(and(holdsNow(ctx), eq(directionVersions.directionId, directionId)))
    .groupBy(statuses.tier)
    .orderBy(desc(sql`count(distinct ${statuses.personId})`))
}

function holdsNow(ctx: Ctx) {
  return sql`${statuses.during} @> ${viewerOf(ctx).today}::date and upper_inf(${statuses.known})`
}

/** Older directions that this one goes on with, other than itself. */
async function replacedWith(ctx: Ctx, code: string) {
  return ctx.db
    .selectDistinctOn([directions.code], {
      code: directions.code,
      title: directionVersions.shortTitle,
      list: directionLists.code,
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(
      sql`${directionVersions.details}->'replacedBy' ? ${code.replaceAll('\0', '')} and ${directions.code} <> ${code.replaceAll('\0', '')}`,
    )
}

async function participantsOf(ctx: Ctx, codes: readonly string[]) {
  if (codes.length === 0) return []
  const rows = await ctx.db
    .select({ code: organisations.code, shortName: organisations.shortName })
    .from(organisations)
    .where(inArray(organisations.code, [...codes]))
  return codes.flatMap((code) => rows.find((row) => row.code === code) ?? [])
}

async function titlesOf(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const list = aliasedTable(directionLists, 'list')
  const rows = await ctx.db
    .selectDistinctOn([directions.code], { code: directions.code, title: directionVersions.shortTitle })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(list, eq(list.id, directionVersions.listId))
    .where(inArray(directions.code, [...codes]))
    .orderBy(directions.code, sql`lower(${list.during}) desc`)
  return new Map(rows.map(({ code, title }) => [code, title]))
}

function named(codes: readonly string[], titles: ReadonlyMap<string, string>) {
  return codes.map((code) => ({ code, title: titles.get(code) ?? code }))
}
