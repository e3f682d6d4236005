/** Which published list the page shows: the one asked for by code, that of a day, or the one in force. */
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { directionsOfList, listOn, listsOfDirections } from '#app/domain/experts/directions.server.ts'
import { dayOr, lastDay } from '#app/domain/experts/registry.ts'
import { found } from '#app/domain/problem.ts'

export async function listView(ctx: Ctx, query: URLSearchParams) {
  const lists = await listsOfDirections(ctx)
  const { today } = viewerOf(ctx)
  const day = dayOr(query.get('day'), today)
  const code = query.get('list') ?? (await listOn(ctx, day))
  const directions = await directionsOfList(ctx, code)
  const list = found(lists.find((one) => one.code === code))
  const stateOf = ({ now, firstDay }: typeof list) => (now ? 'now' : firstDay > today ? 'ahead' : 'past')
  const coming = lists.find((one) => stateOf(one) === 'ahead' && one.firstDay === list.endDay)
  return {
    day: query.has('list') ? null : day,
    // A day before the first list, or between two: the newest is shown and it is said.
    noneOn: !query.has('list') && (day < list.firstDay || (list.endDay !== null && day >= list.endDay)),
    state: stateOf(list),
    firstDay: list.firstDay,
    lastDay: list.endDay && lastDay(list.endDay),
    coming: coming ? { code: coming.code, firstDay: coming.firstDay } : null,
    lists: lists.map((one) => ({
      code: one.code,
      year: one.firstDay.slice(0, 4),
      state: stateOf(one),
      current: one.code === code,
    })),
    document: list.document,
    directions,
  }
}
