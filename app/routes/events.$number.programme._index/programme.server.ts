/** The programme for who edits it. */
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { itemsOf } from '#app/domain/events/programme.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { clockAt } from '#app/domain/panels/contests/clock.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

export async function programmePage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { event, facts } = await eventByNumber(mine, numberOf(params.number))
  authorize(eventRules.edit, mine.actor, facts)
  const items = await itemsOf(mine, event.id)
  const clock = (moment: Date) => clockAt(moment, mine.zone)
  return {
    title: t.events.work.programme.title,
    ...{ number: event.number, name: event.title, writer: mine.actor.number },
    items: items.map(({ startsAt, endsAt, speakers, practice, ...item }) => ({
      ...{ ...item, at: startsAt, until: endsAt, startsAt: clock(startsAt), endsAt: clock(endsAt) },
      ...{ speakers: speakers.join('\n'), practice: practice === null ? '' : String(practice) },
    })),
    // the next one begins where the last one ends
    begins: clock(items.at(-1)?.endsAt ?? event.startsAt),
  }
}
