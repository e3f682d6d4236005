/** Where a list goes: to the organisations of a municipality, to the list of an order, or to people. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { peopleOfRows, stateOfPeople } from '#app/domain/experts/people-importing.server.ts'
import { type ImportRow, type ListRow, placeOfImport } from '#app/domain/organisations/imports.server.ts'

export async function targetOf(ctx: ActingCtx, one: ImportRow) {
  const none = { order: null, progress: null, stalled: false }
  const people = one.kind === 'people' ? await stateOfPeople(ctx, one) : none
  return { municipality: await placeOfImport(ctx, one), ...people }
}

/** What the rows of a written list of people became: their words are not kept, so the records are shown. */
export async function becameOf(ctx: ActingCtx, one: ImportRow, rows: readonly ListRow[]) {
  if (one.kind === 'organisations' || one.state === 'open')
    return new Map<string, { name: string; href: string }>()
  const named = await peopleOfRows(
    ctx,
    rows.flatMap(({ objectId }) => objectId ?? []),
  )
  return new Map(
    [...named].map(([id, { name, number, open }]) => {
      // results come by number too, from whoever need not know the hidden name
      const words = open || one.kind !== 'results' ? `${name}, ` : ''
      return [id, { name: `${words}№\u00a0${number}`, href: `/experts/${number}` }]
    }),
  )
}
