/**
 * Forgetting nominees: a nomination tells of people whom the registry does not know. Whoever declined, was taken back or
 * never answered is erased after a time by the rule of erasing, so that without the own consent no name is left
 * (152-ФЗ, article 21). Whoever has an account, a line of an order or any other application stays.
 */
import { inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import { applications, erasures } from '#db/schema/index.ts'

/** Erases them; returns how many. Contents of their files leave the disk with those of all erased. */
export async function forgetNominees(ctx: Ctx): Promise<number> {
  const { nominating } = content().applications
  const oldest = new Date(ctx.now.getTime() - nominating.forgottenDays * 86_400_000)
  return atomically(ctx, async (ctx) => {
    // whoever consents or makes an account at this moment waits, and is then told that the nomination is over
    await ctx.db.execute(sql`lock table applications, users in share row exclusive mode`)
    const lost = await lostSince(ctx, oldest)
    if (lost.length === 0) return 0
    await ctx.db
      .update(applications)
      .set({ state: 'withdrawn', since: ctx.now, due: null })
      .where(sql`${inArray(applications.personId, lost)} and ${applications.state} = 'nominated'`)
    for (const personId of lost) {
      await ctx.db.insert(erasures).values({
        ...{ id: uuidv7(), personId, state: 'done', askedAt: ctx.now, decidedAt: ctx.now },
        ...{ dueDay: dayOf(ctx.now, ctx.zone), reason: nominating.forgotten },
      })
      await ctx.db.execute(sql`select sha256 from erase_person(${personId})`)
      await record(ctx, 'person.erased', { kind: 'person', id: personId })
    }
    return lost.length
  })
}

async function lostSince(ctx: Ctx, oldest: Date): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select p.id from people p
    where p.id in (select r.object_id from import_rows r join imports i on i.id = r.import_id
        where i.kind = 'nominations' and i.state in ('done', 'undone') and (r.made ->> 'added')::boolean)
      and exists (select from applications a where a.person_id = p.id)
      and not exists (select from applications a where a.person_id = p.id and not (
        a.state in ('declined', 'withdrawn') and a.since < ${oldest.toISOString()}::timestamptz
        or a.state = 'nominated' and a.due < ${dayOf(oldest, ctx.zone)}::date))
      and not exists (select from applications a join application_steps s on s.application_id = a.id
        where a.person_id = p.id and s.kind in ('consented', 'filed'))
      and not exists (select from users u where u.person_id = p.id)
      and not exists (select from order_items o where o.person_id = p.id)
      and not exists (select from candidates c where c.person_id = p.id)
      and not exists (select from erasures e where e.person_id = p.id and e.state in ('open', 'done'))
    order by p.id`)
  return [...rows].map(({ id }) => id)
}
