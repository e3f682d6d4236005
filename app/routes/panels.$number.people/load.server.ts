import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { namedPeople } from '#app/domain/panels/requests/naming.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Who must and who must not be in the panel. */
export async function peoplePage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { panel, facts } = await panelByNumber(mine, numberOf(params.number))
  authorize(panelRules.edit, mine.actor, facts)
  const named = await namedPeople(ctx, panel.id)
  return { title: t.panels.asking.peopleTitle, number: panel.number, name: panel.title, named }
}
