/**
 * Registering: the signed order of a ready list is entered by the form of orders, filled in from the list.
 *
 * What is entered must be the list: the same people and direction, by the issuer and with the marks that content demands,
 * after the further acts. The gate is asked once more, so a consent withdrawn in between stops its person.
 */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { type Entered, enterOrder, mayEnterOrders } from '#app/domain/experts/entering.server.ts'
import type { OrderEntryValue, OrderPaperInput } from '#app/domain/experts/forms.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { candidateLists, listActs } from '#db/schema/index.ts'
import { type Candidate, candidatesOf } from './candidates.server.ts'
import { bodiesOf, demandsOf } from './demands.server.ts'
import type { ListActValue } from './forms.ts'
import { lockList, step } from './listing.server.ts'
import { actsOf, type ListFound, listAt } from './lists.server.ts'

/** The fields of the order's form as the list fills them. Problems: not-found, forbidden, list-not-ready. */
export async function orderFromList(ctx: ActingCtx, id: string) {
  if (!mayEnterOrders(ctx)) throw new Problem('forbidden')
  const list = await listAt(ctx, id)
  if (list.state !== 'ready') throw new Problem('list-not-ready')
  const { issuer, agreedWith } = await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId)
  const people = await candidatesOf(ctx, list, ctx.actor.today)
  const { title, effect, basis, firstDay, lastDay, directionVersionId: direction } = list
  return {
    list: { id, number: list.number, title },
    fields: { issuer: issuer.shortName, title, effect, basis, agreedWith: agreedWith?.shortName ?? '' },
    part: {
      ...{ direction, act: 'begin', firstDay: firstDay ?? '', lastDay: lastDay ?? '' },
      people: people.map(({ number, name }) => `№ ${number} ${name}`).join('\n'),
    },
  }
}

/** Shows, or registers, the order of a list; once registered, the list is closed and leads to the order. */
export async function enterListOrder(ctx: ActingCtx, id: string, entry: OrderEntryValue): Promise<Entered> {
  return enterOrder(ctx, entry, {
    before: (ctx, paper) => assertSame(ctx, id, paper),
    after: async (ctx, order) => {
      const list = await listAt(ctx, id)
      const closed = { state: 'registered' as const, orderId: order.id, changedAt: ctx.now }
      await ctx.db.update(candidateLists).set(closed).where(eq(candidateLists.id, id))
      await step(ctx, list, 'registered')
    },
  })
}

/** Enters the requisites of a further act about the list. Problems: order-ahead, list-act-stranger. */
export async function enterListAct(ctx: ActingCtx, id: string, value: ListActValue): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    const { issuer: issuerId, number, day } = value
    const { beside } = await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId)
    if (!beside.some((body) => body.id === issuerId)) throw new Problem('list-act-stranger', {}, 'issuer')
    if (day > ctx.actor.today) throw new Problem('order-ahead', {}, 'day')
    const by = { enteredById: ctx.actor.personId, enteredAt: ctx.now }
    await ctx.db.insert(listActs).values({ listId: id, issuerId, number, day, ...by })
  })
}

async function assertSame(ctx: ActingCtx, id: string, paper: OrderPaperInput): Promise<void> {
  const list = await listAt(ctx, id, { lock: true })
  if (list.state !== 'ready') throw new Problem('list-not-ready')
  const { issuer, agreedWith } = await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId)
  if (paper.issuerId !== issuer.id) throw new Problem('list-issuer', { body: issuer.shortName }, 'issuer')
  if (agreedWith && paper.agreedWithId !== agreedWith.id)
    throw new Problem('list-agreed-mark', { body: agreedWith.shortName }, 'agreedWith')
  if (paper.effect !== list.effect) throw new Problem('list-effect', {}, 'effect')
  await assertActs(ctx, list, paper)
  await assertLines(ctx, list, paper.lines)
}

/** Every further act is entered, and no status begins before it. */
async function assertActs(ctx: ActingCtx, list: ListFound, { day, lines }: OrderPaperInput) {
  for (const { issuer, act } of await actsOf(ctx, list)) {
    const facts = { body: issuer.shortName }
    if (!act) throw new Problem('list-act-missing', facts)
    if (lines.some(({ firstDay }) => (firstDay ?? day) < act.day))
      throw new Problem('list-act-later', facts, 'parts[0].firstDay')
  }
}

/** Exactly the people of the list in its direction begin, and none of them is stopped by the gate. */
async function assertLines(ctx: ActingCtx, list: ListFound, lines: OrderPaperInput['lines']) {
  const field = 'parts[0].people'
  const people = new Map((await candidatesOf(ctx, list, ctx.actor.today)).map((one) => [one.personId, one]))
  for (const { personId, directionVersionId, act } of lines) {
    const one = people.get(personId)
    if (!one || directionVersionId !== list.directionVersionId || act !== 'begin')
      throw new Problem('list-another', {}, field)
    stopped(one, field)
  }
  const named = new Set(lines.map(({ personId }) => personId))
  const missing = [...people.values()].find(({ personId }) => !named.has(personId))
  if (missing) throw new Problem('list-missing', { number: missing.number, name: missing.name }, field)
}

function stopped({ number, name, reasons: [reason] }: Candidate, field: string): void {
  const { percent } = content().instance.pass
  if (reason) throw new Problem(reason, { number, name, percent }, field)
}
