/** Reminding: whoever nominated, or the person's organisation, reminds of a consent or a survey that is waited for. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { applicationSteps, logEntries } from '#db/schema/index.ts'
import { factsOf, lockApplication } from './application.server.ts'
import { wayRules } from './rules.ts'
import { addStep } from './steps.server.ts'
import { lastDayAfter } from './terms.ts'

/** Reminds the person. Problem('reminded') sooner than content allows after the last time. */
export async function remindApplicant(ctx: ActingCtx, number: number): Promise<void> {
  await countAttempt(ctx, 'reminder', ctx.actor.personId, content().settings.rates.remindersPerPerson)
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['nominated', 'survey'])
    const facts = await factsOf(ctx, one)
    authorize(wayRules.care, ctx.actor, facts)
    const { account } = facts
    const [last] = await ctx.db
      .select({ at: applicationSteps.at })
      .from(applicationSteps)
      .where(
        and(
          eq(applicationSteps.applicationId, one.id),
          inArray(applicationSteps.kind, ['reminded', 'nominated', 'filed', 'consented']),
        ),
      )
      .orderBy(desc(applicationSteps.id))
      .limit(1)
    const { days } = content().applications.reminding
    const from = last && lastDayAfter(dayOf(last.at, ctx.zone), days)
    if (from && ctx.actor.today < from) throw new Problem('reminded', { days })
    if (!account) await writeAgain(ctx, one.personId)
    await addStep(ctx, one, 'reminded', { tell: [{ people: [one.personId], at: 'cabinet' }] })
  })
}

/** Another letter with a link, to whom a nomination has sent one: to no other address of the closed base. */
async function writeAgain(ctx: ActingCtx, personId: string): Promise<void> {
  const [asked] = await ctx.db
    .select({ id: logEntries.id })
    .from(logEntries)
    .where(and(eq(logEntries.objectId, personId), eq(logEntries.kind, 'activation.letter-asked')))
    .limit(1)
  if (asked) await record(ctx, 'activation.letter-asked', { kind: 'person', id: personId })
}
