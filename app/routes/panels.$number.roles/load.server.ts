import { secretariesFor } from '#app/domain/panels/composition/roles.server.ts'
import { absenceOf } from '#app/domain/panels/composition/standing.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Who leads the panel, and who could. Routes of the absence show it too. */
export async function rolesPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { panel, facts, seated } = await panelByNumber(mine, numberOf(params.number))
  authorize(panelRules.appointChair, mine.actor, facts)
  const of = (role: 'chair' | 'deputy') => seated.find(({ isChair }) => isChair === role)
  const chair = of('chair')
  const absence = chair ? await absenceOf(mine, panel.id, chair.personId) : null
  return {
    title: t.panels.invites.roles.title,
    number: panel.number,
    today: mine.actor.today,
    chair: chair?.id ?? '',
    deputy: of('deputy')?.id ?? '',
    secretary: panel.secretaryId ?? '',
    absence: absence && { from: absence.fromDay, until: absence.untilDay },
    members: seated
      .filter(({ standing, invitation }) => standing === 'member' && invitation?.answer === 'accepted')
      .map(({ id, place }) => ({ value: id, label: place.name ?? `№\u00a0${place.number}` })),
    staff: (await secretariesFor(mine, panel.organisationId)).map(({ personId, name, post }) => ({
      value: personId,
      label: post ? `${name}, ${post}` : name,
    })),
  }
}
