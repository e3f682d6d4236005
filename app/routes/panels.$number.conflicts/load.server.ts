import { conflictsByNumber } from '#app/domain/panels/conflicts/queries.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Who has which conflict, what it rests on, and what was decided. */
export async function conflictsPage({ ctx, params, t }: Args) {
  const { panel, ...shown } = await conflictsByNumber(acting(ctx), numberOf(params.number))
  return {
    ...shown,
    title: t.panels.conflicts.page.title,
    panel: { number: panel.number, title: panel.title },
  }
}
