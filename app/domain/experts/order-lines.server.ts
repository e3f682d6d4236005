/** Lines of an order: what it says of whom, before any status is touched. */
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { directionLists, directionVersions, orderItems, orders, people } from '#db/schema/index.ts'
import type { OrderPaperValue } from './forms.ts'
import { heldUnder, type Item, type Line, restOf } from './ledger.server.ts'
import { foldName } from './people-list.ts'
import { lastDay, monthsAfter } from './registry.ts'
import { statusTermsOn } from './status-terms.server.ts'

type PaperLine = OrderPaperValue['lines'][number]

/** In the order of ids, so that two orders about the same people wait for each other instead of failing. */
export async function lockPeople(ctx: ActingCtx, lines: readonly Line[]): Promise<void> {
  const ids = [...new Set(lines.map(({ personId }) => personId))]
  const rows = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.id)
    .for('update')
  if (rows.length < ids.length) throw new Problem('person-unknown', {}, 'lines')
}

/** Problem('order-line-twice') at the first line that says the same of a person again. */
export function refuseTwice(lines: readonly PaperLine[]): void {
  const seen = new Set<string>()
  for (const [at, { personId, directionVersionId, tier }] of lines.entries()) {
    const key = [personId, directionVersionId, tier].join(' ')
    if (seen.has(key)) throw new Problem('order-line-twice', { line: at + 1 }, 'lines')
    seen.add(key)
  }
}

/** Those whom an order that replaces a list leaves out: of the same issuer, direction and tier, from its first day. */
export async function leftOut(
  ctx: ActingCtx,
  { effect, issuerId, day, lines }: OrderPaperValue,
): Promise<PaperLine[]> {
  if (effect !== 'replaces') return []
  const lists = new Map(lines.map((line) => [`${line.directionVersionId} ${line.tier}`, line]))
  const dropped: PaperLine[] = []
  for (const list of lists.values()) {
    const firstDay = list.firstDay ?? day
    const named = new Set(lines.filter((line) => sameList(line, list)).map(({ personId }) => personId))
    const held = await heldUnder(ctx, issuerId, list, firstDay)
    for (const line of held) if (!named.has(line.personId)) dropped.push({ ...line, act: 'end', firstDay })
  }
  return dropped
}

/**
 * Writes the lines with the names as they are printed. A term without a first day begins on the day of the order.
 * Problems at `lines`: direction-unknown, direction-later, order-term, amend-nothing, amend-none.
 */
export async function insertItems(
  ctx: ActingCtx,
  orderId: string,
  day: string,
  lines: readonly PaperLine[],
): Promise<Item[]> {
  await assertDirections(ctx, day, lines)
  const names = await namesOf(ctx, lines)
  const rows: (typeof orderItems.$inferInsert)[] = []
  for (const [at, { firstDay, lastDay: until, correctedName, ...line }] of lines.entries()) {
    const from = firstDay ?? day
    if (line.act !== 'end' && until && until < from)
      throw new Problem('order-term', { line: at + 1 }, 'lines')
    const held = line.act === 'suspend' ? await suspended(ctx, line, { from, until, at: at + 1 }) : null
    const amended = line.act === 'amend' ? await amendedItem(ctx, orderId, line, at + 1) : null
    const reads = line.act === 'begin' || (amended && firstDay)
    if (amended && !reads && !correctedName) throw new Problem('amend-nothing', { line: at + 1 }, 'lines')
    rows.push({
      ...{ id: uuidv7(), orderId, position: at + 1, ...line },
      during: held ?? (reads ? termOf(from, until ?? (await lastByTerms(ctx, line, { from, day }))) : null),
      endsOn: (line.act === 'end' || line.act === 'resume') && firstDay ? firstDay : null,
      printedName: correctedName ?? names.get(line.personId) ?? '',
      amendsId: amended?.id ?? null,
    })
  }
  return ctx.db.insert(orderItems).values(rows).returning()
}

const termOf = (from: string, lastDay: string | null) => `[${from},${lastDay ? `${lastDay}]` : ')'}`

/** Days of a suspension: to the last one said, else to the end of the status. Problem('status-none'). */
async function suspended(
  ctx: ActingCtx,
  line: PaperLine,
  { from, until, at }: { from: string; until: string | undefined; at: number },
): Promise<string> {
  const rest = await restOf(ctx, line, from)
  if (!rest) throw new Problem('status-none', { line: at }, 'lines')
  return until ? termOf(from, until) : rest
}

/** The last day of a status whose act says none, by the term that held for the direction on the day of the act. */
async function lastByTerms(
  ctx: ActingCtx,
  { act, directionVersionId }: PaperLine,
  { from, day }: { from: string; day: string },
): Promise<string | null> {
  if (act !== 'begin') return null
  const [version] = await ctx.db
    .select({ directionId: directionVersions.directionId })
    .from(directionVersions)
    .where(eq(directionVersions.id, directionVersionId))
  const months = version && (await statusTermsOn(ctx, version.directionId, day))?.termMonths
  return months ? lastDay(monthsAfter(from, months)) : null
}

/** A misspelt name is put right where the site knows the person by that very spelling; papers keep what they print. */
export async function correctNames(ctx: ActingCtx, items: readonly Item[]): Promise<void> {
  for (const { act, amendsId, printedName, personId } of items) {
    if (act !== 'amend' || !amendsId) continue
    const [before] = await ctx.db.select().from(orderItems).where(eq(orderItems.id, amendsId))
    const [familyName = '', givenName = '', ...rest] = printedName.split(/\s+/)
    if (!before || before.printedName === printedName) continue
    await ctx.db
      .update(people)
      .set({ familyName, givenName, patronymic: rest.join(' ') })
      .where(and(eq(people.id, personId), sql`trim(${people.nameNorm}) = ${foldName(before.printedName)}`))
  }
}

const sameList = (one: PaperLine, other: PaperLine) =>
  one.directionVersionId === other.directionVersionId && one.tier === other.tier

async function namesOf(ctx: ActingCtx, lines: readonly PaperLine[]): Promise<Map<string, string>> {
  const ids = lines.map(({ personId }) => personId)
  const rows = await ctx.db.select().from(people).where(inArray(people.id, ids))
  return new Map(
    rows.map((one) => [one.id, [one.familyName, one.givenName, one.patronymic].filter(Boolean).join(' ')]),
  )
}

/** The last line of an earlier order that printed this person for the direction. */
async function amendedItem(ctx: ActingCtx, orderId: string, line: PaperLine, at: number) {
  const { personId, directionVersionId, tier } = line
  const [item] = await ctx.db
    .select({ id: orderItems.id })
    .from(orderItems)
    .innerJoin(orders, eq(orders.id, orderItems.orderId))
    .where(
      and(
        eq(orderItems.personId, personId),
        eq(orderItems.directionVersionId, directionVersionId),
        eq(orderItems.tier, tier),
        ne(orderItems.act, 'end'),
        isNull(orderItems.retractedAt),
        ne(orderItems.orderId, orderId),
      ),
    )
    .orderBy(desc(orders.day), desc(orderItems.id))
    .limit(1)
  if (!item) throw new Problem('amend-none', { line: at }, 'lines')
  return item
}

/** Every direction is known, and its list was there on the day of the order. */
async function assertDirections(ctx: ActingCtx, day: string, lines: readonly PaperLine[]) {
  const ids = [...new Set(lines.map(({ directionVersionId }) => directionVersionId))]
  const rows = await ctx.db
    .select({ id: directionVersions.id, later: sql<boolean>`lower(${directionLists.during}) > ${day}::date` })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(inArray(directionVersions.id, ids))
  const known = new Map(rows.map(({ id, later }) => [id, later]))
  for (const [at, { directionVersionId, act }] of lines.entries()) {
    const later = known.get(directionVersionId)
    if (later === undefined) throw new Problem('direction-unknown', { line: at + 1 }, 'lines')
    if (later && act === 'begin') throw new Problem('direction-later', { line: at + 1 }, 'lines')
  }
}
