/**
 * People from a list: looked through row by row, then written by a job, whole or not at all, into the list of a
 * registered order or as people without a status. A status comes only from a dated order, so the order is there first.
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { actorOfPerson } from '#app/domain/accounts/actor.server.ts'
import type { Cells } from '#app/domain/columns.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { enqueue, type Job, JobCancelled } from '#app/domain/files/jobs.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import {
  type Line,
  type ListAbout,
  type ListKind,
  openList,
  refuseChanged,
  refuseOpen,
} from '#app/domain/organisations/import-steps.server.ts'
import {
  allRows,
  type ImportRow,
  type JudgedRow,
  lockImport,
  replaceRows,
} from '#app/domain/organisations/imports.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { personHeads } from '#content/person-words.ts'
import { imports, jobs, orders, organisations, people } from '#db/schema/index.ts'
import { personJudge } from './judging-people.ts'
import { fullName } from './listed-names.ts'
import { knowledgeFor } from './people-knowledge.server.ts'
import { writePeople } from './people-writing.server.ts'
import { expertRules } from './rules.ts'

export interface PeopleList {
  name: string
  grid: Cells
  /** address or number of a registered order; empty: people without a status */
  order: string
  /** version of a direction, for rows that name none */
  direction: string
  firstDay?: string | undefined
  lastDay?: string | undefined
}

/** Opens an import; returns its id. Problems at `file`: table-none, list-long; at `order`: order-unknown, order-many, order-revoked, order-act. */
export async function openPeople(ctx: ActingCtx, list: PeopleList): Promise<string> {
  authorize(expertRules.importPeople, ctx.actor, {})
  const order = list.order === '' ? null : await orderCalled(ctx, list.order)
  if (list.firstDay && list.lastDay && list.lastDay < list.firstDay)
    throw new Problem('term-order', {}, 'lastDay')
  const settings = {
    direction: list.direction,
    ...(list.firstDay ? { firstDay: list.firstDay } : {}),
    ...(list.lastDay ? { lastDay: list.lastDay } : {}),
  }
  return openList(ctx, peopleList, { name: list.name, grid: list.grid, orderId: order?.id ?? null, settings })
}

/** How a list of people is read; a job writes it. */
export const peopleList: ListKind = { kind: 'people', heads: personHeads, judge }

/** Where a list of people goes, and how far its writing has come; `stalled`: its writer was killed. */
export async function stateOfPeople(ctx: ActingCtx, one: ImportRow) {
  const [order] = one.orderId
    ? await ctx.db
        .select({ slug: orders.slug, number: orders.number })
        .from(orders)
        .where(eq(orders.id, one.orderId))
    : []
  const [job] = one.jobId ? await ctx.db.select().from(jobs).where(eq(jobs.id, one.jobId)) : []
  // The writer holds the row as long as it writes.
  const free = await ctx.db.transaction((tx) =>
    tx
      .select({ id: imports.id })
      .from(imports)
      .where(eq(imports.id, one.id))
      .for('update', { skipLocked: true }),
  )
  const halted = job?.state === 'running' || job?.state === 'failed'
  return {
    order: order ?? null,
    progress: job ? { done: job.progress, total: job.total ?? 0 } : null,
    stalled: one.state === 'running' && halted && free.length > 0,
  }
}

/** Names and numbers of what the rows of a written list became; `open`: the person has opened the name. */
export async function peopleOfRows(ctx: ActingCtx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; number: number; open: boolean }>()
  const rows = await ctx.db
    .select()
    .from(people)
    .where(inArray(people.id, [...ids]))
  return new Map(
    rows.map(({ id, number, nameOpen: open, familyName: family, givenName: given, patronymic }) => [
      id,
      { name: fullName({ family, given, patronymic }), number, open },
    ]),
  )
}

/** Queues the writing. Problems: stale, import-undecided, import-rejected. A list whose writer died is queued again. */
export async function commitPeople(
  ctx: ActingCtx,
  id: string,
  { seen, leave }: { seen: number; leave: boolean },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockImport(ctx, id, { states: ['open', 'running'], seen })
    if (one.state === 'running' && !(await isStalled(ctx, one))) throw new Problem('conflict')
    refuseOpen(await allRows(ctx, id), leave)
    const jobId = await enqueue(ctx, 'import-people', { import: id })
    await ctx.db.update(imports).set({ state: 'running', jobId, problem: null }).where(eq(imports.id, id))
  })
}

/** True while the list is said to be written and nobody writes it: its writer was killed. The caller holds its row. */
async function isStalled(ctx: ActingCtx, { jobId }: ImportRow): Promise<boolean> {
  const [job] = await ctx.db
    .select({ state: jobs.state })
    .from(jobs)
    .where(eq(jobs.id, jobId ?? ''))
  return job?.state === 'running' || job?.state === 'failed'
}

/** The job: writes the list in one transaction; what it cannot write opens the list again, with the reason. */
export async function runPeopleImport(services: Pick<WorkServices, 'owner' | 'zone'>, job: Job) {
  const { db } = services.owner
  const id = String(job.payload.import)
  const now = new Date()
  const actor = await actorOfPerson(db, job.actorId, dayOf(now, services.zone))
  if (!actor) throw new RangeError('the import has lost its actor')
  const ctx: ActingCtx = { db, actor, now, zone: services.zone }
  try {
    const rows = await atomically(ctx, async (ctx) => {
      const one = await lockImport(ctx, id, { states: ['running'] })
      await ctx.db.execute(sql`lock table people, statuses in share row exclusive mode`)
      const before = await allRows(ctx, id)
      refuseChanged(await judge(ctx, one, before), before)
      await writePeople(ctx, one, before, (done) => job.progress(done, before.length))
      return before.length
    })
    return { rows }
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof JobCancelled)) {
      await reopen(ctx, id, 'failed')
      throw error
    }
    await reopen(ctx, id, error instanceof Problem ? error.code : 'import-cancelled', error)
    if (error instanceof JobCancelled) throw error
    return { problem: error.code }
  }
}

async function reopen(ctx: ActingCtx, id: string, problem: string, error?: unknown): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [one] = await ctx.db.select().from(imports).where(eq(imports.id, id)).for('update')
    if (found(one).state !== 'running') return
    if (error instanceof Problem && error.code === 'import-changed')
      await replaceRows(ctx, id, await judge(ctx, found(one), await allRows(ctx, id)))
    await ctx.db.update(imports).set({ state: 'open', problem }).where(eq(imports.id, id))
  })
}

async function judge(ctx: ActingCtx, list: ListAbout, rows: readonly Line[]): Promise<JudgedRow[]> {
  const judgeRow = personJudge(await knowledgeFor(ctx, { ...list, orderId: list.orderId ?? null }, rows))
  const { firstDay = '', lastDay = '' } = list.settings
  return rows.map(({ at, cells }) => {
    const otherwise: Record<string, string> = { from: firstDay, to: lastDay }
    const cell = (field: string) => cells[list.columns[field] ?? -1] || otherwise[field] || ''
    const { read, matches, ...verdict } = judgeRow(at, cell)
    return {
      ...{ at, cells: [...cells], ...verdict, read: { ...read } },
      matches: matches as unknown as JudgedRow['matches'],
    }
  })
}

/** The registered order of that address or number, to whose list the actor may add. */
async function orderCalled(ctx: ActingCtx, words: string) {
  const asked = words
    .trim()
    .replace(/^.*\/orders\//, '')
    .replace(/^№\s*/, '')
  const rows = await ctx.db
    .select({ order: orders, municipalityId: organisations.municipalityId })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.issuerId))
    .where(and(sql`(${orders.slug} = ${asked} or ${orders.number} = ${asked})`))
    .limit(2)
  const [one] = rows
  if (!one) throw new Problem('order-unknown', {}, 'order')
  if (rows.length > 1) throw new Problem('order-many', {}, 'order')
  const { order, municipalityId } = one
  authorize(expertRules.registerOrder, ctx.actor, { organisationId: order.issuerId, municipalityId })
  if (order.revokedById) throw new Problem('order-revoked', {}, 'order')
  if (order.effect === 'excludes' || order.effect === 'revokes') throw new Problem('order-act', {}, 'order')
  return order
}
