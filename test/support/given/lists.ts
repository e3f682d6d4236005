/** Lists of candidates for tests: the bodies that content names, people with what a gate asks, a ready list. */

import { uuidv7 } from 'uuidv7'
import { decideOnList, sendList } from '#app/domain/assessment/agreeing.server.ts'
import { addCandidates } from '#app/domain/assessment/choosing.server.ts'
import type { NewListValue } from '#app/domain/assessment/forms.ts'
import { startList } from '#app/domain/assessment/listing.server.ts'
import { listAt } from '#app/domain/assessment/lists.server.ts'
import { orderFromList } from '#app/domain/assessment/registering.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { OrderEntry, type OrderEntryInput } from '#app/domain/experts/forms.ts'
import type { Given } from '#test/support/database.ts'

type Direction = Awaited<ReturnType<Given['registry']['direction']>>

/** Who approves and who issues by content/candidate-lists.yaml; once in a database. */
export async function bodies(given: Given) {
  const of = (code: string) =>
    given.organisation({ code, name: `Вымышленное ведомство ${code}`, shortName: code, tier: 'regional' })
  return { ministry: await of('ministry'), operator: await of('ccopmkp') }
}

/** A list by the operator of the direction, with nobody in it. */
export function begun(ctx: ActingCtx, direction: Direction, values: Partial<NewListValue> = {}) {
  return startList(ctx, {
    ...{ title: 'Об утверждении перечня экспертов', direction: direction.id, effect: 'approves', basis: '' },
    ...values,
  })
}

/** A row of a person who meets every demand. */
export const fitRow = (number: number, points = '61;100') => `№ ${number};${points};20.02.2026;01.02.2026;нет`

/** Sends the list and agrees on it for the body. */
export async function agreed(author: ActingCtx, approver: ActingCtx, id: string, body: { id: string }) {
  await sendList(author, id)
  const { revision: seen } = await listAt(author, id)
  await decideOnList(approver, id, { seen, body: body.id, decision: 'agreed', reason: '' })
}

/** The order of a ready list as its form is filled in, with number and day. */
export async function entryOf(ctx: ActingCtx, id: string, values: Partial<OrderEntryInput> = {}) {
  const { fields, part } = await orderFromList(ctx, id)
  const { firstDay, lastDay, ...named } = part
  return OrderEntry.parse({
    ...{ ...fields, number: `02/77-${uuidv7()}`, day: '2026-02-25', list: id },
    parts: [{ ...named, ...(firstDay ? { firstDay } : {}), ...(lastDay ? { lastDay } : {}) }],
    ...values,
  })
}

/** A list with these people, agreed on by the Ministry. */
export async function readyList(
  { author, approver }: { author: ActingCtx; approver: ActingCtx },
  direction: Direction,
  rows: readonly string[],
  body: { id: string },
  values: Partial<NewListValue> = {},
) {
  const id = await begun(author, direction, values)
  await addCandidates(author, id, rows.join('\n'))
  await agreed(author, approver, id, body)
  return id
}
