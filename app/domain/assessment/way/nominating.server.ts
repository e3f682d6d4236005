/** Who nominates, and a nomination that is taken back before its answer. */
import { and, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { authorize } from '#app/domain/rules.ts'
import { ownOrganisations } from '#db/reach/staff.ts'
import { organisations } from '#db/schema/index.ts'
import { factsOf, lockApplication, moveTo } from './application.server.ts'
import { wayRules } from './rules.ts'
import { addStep } from './steps.server.ts'
import { endNomineeLinks } from './unlinking.server.ts'

/** Takes back a nomination that the person has not answered. */
export async function recallNomination(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['nominated'])
    authorize(wayRules.care, ctx.actor, await factsOf(ctx, one))
    await moveTo(ctx, one.id, 'withdrawn')
    await addStep(ctx, one, 'recalled', { tell: [{ people: [one.personId], at: 'cabinet' }] })
    await endNomineeLinks(ctx, [one.personId])
  })
}

/** Organisations for which the actor nominates, by name. */
export async function nominatingFor(ctx: ActingCtx): Promise<{ id: string; name: string }[]> {
  return (
    ctx.db
      .select({ id: organisations.id, name: organisations.shortName })
      .from(organisations)
      .where(
        and(
          sql`${organisations.id} in (${ownOf(ctx)})`,
          sql`${organisations.during} @> ${ctx.actor.today}::date`,
        ),
      )
      // the municipal body first: it writes most letters
      .orderBy(sql`${organisations.tier} = 'municipal' desc`, organisations.shortName)
      .limit(1000)
  )
}

const ownOf = (ctx: ActingCtx) => ownOrganisations(viewerOf(ctx), ['nomination.create'])
