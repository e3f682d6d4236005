/** Reporting: a reader asks the moderators to look at a text. The author never learns who asked. */
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { reports } from '#db/schema/index.ts'
import { openCase } from './opening.server.ts'
import { moderationRules } from './rules.ts'
import type { TextKinds } from './texts.ts'

/** Reports a text within reach of the caller; a second report of one person on an open case changes nothing. */
export async function report(
  ctx: ActingCtx,
  kinds: TextKinds,
  ref: { kind: string; id: string },
  { reason, words = '', about = 'words' }: { reason: string; words?: string; about?: 'words' | 'name' },
): Promise<void> {
  await countAttempt(ctx, 'report', ctx.actor.personId, content().settings.rates.reportsPerPerson)
  if (!content().moderation.reasons.some(({ code }) => code === reason))
    throw new Problem('required', {}, 'reason')
  await atomically(ctx, async (ctx) => {
    const said = await found(kinds[ref.kind]).lock(ctx, ref.id)
    const kind = about === 'name' ? 'name' : ref.kind
    const text = about === 'name' ? await found(kinds[kind]).lock(ctx, found(said.authorId)) : said
    const { authorId, stands, veil } = text
    authorize(moderationRules.report, ctx.actor, { authorId, stands, covered: veil !== null })
    const caseId = await openCase(ctx, { ...text, kind }, 'report', text.facts)
    const [made] = await ctx.db
      .insert(reports)
      .values({
        ...{ id: uuidv7(), caseId, reporterId: ctx.actor.personId, reason, words: words.trim() },
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: reports.id })
    if (made) await record(ctx, 'text.reported', { kind, id: text.id }, { case: caseId, reason })
  })
}
