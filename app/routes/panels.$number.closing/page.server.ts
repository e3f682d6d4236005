import { dayOf } from '#app/domain/ctx.ts'
import { panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { missingMembers } from '#app/domain/panels/sheets/closing.server.ts'
import { termsOf } from '#app/domain/panels/sheets/prolonging.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Who has not sent a sheet, how the term moved, and why the sheets cannot be closed now. */
export async function missingPage({ ctx, params, t }: Args, title: string) {
  const mine = acting(ctx)
  const { panel, facts } = await panelState(mine, await panelIdOf(mine, numberOf(params.number)))
  authorize(panelRules.prolongSheets, mine.actor, facts)
  const missing = await missingMembers(mine, panel.id)
  const people = await placesOf(
    mine,
    missing.map(({ personId }) => personId),
  )
  const code = panelRules.closeSheets(mine.actor, facts)
  const counts = { in: facts.sheetsIn, needed: facts.sheetsNeeded }
  return {
    title,
    panel: { number: panel.number, title: panel.title, lastDay: panel.lastDay },
    today: dayOf(ctx.now, ctx.zone),
    missing: people.map(({ number, name }) => ({ number, name })),
    sheets: { sent: facts.sheetsIn, all: facts.sheetsAll, needed: facts.sheetsNeeded },
    refusal: code ? sentenceOf(t, new Problem(code, counts)) : null,
    terms: (await termsOf(mine, panel.id)).map(({ id, before, after, reason }) => ({
      id,
      before,
      after,
      reason,
    })),
  }
}
