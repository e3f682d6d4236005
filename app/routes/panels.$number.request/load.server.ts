import { dayOf } from '#app/domain/ctx.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { forecastOf } from '#app/domain/panels/requests/forecast.server.ts'
import { limitsOfPanel } from '#app/domain/panels/requests/limiting.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

const shown = (value: number | null) => (value === null ? '' : String(value))

/** The request as it stands, with how many fit by direction. */
export async function editPage({ ctx, params, t, services }: Args) {
  const mine = acting(ctx)
  const state = await panelByNumber(mine, numberOf(params.number))
  authorize(panelRules.edit, mine.actor, state.facts)
  const { panel, directions } = state
  const limits = await limitsOfPanel(ctx, panel.id)
  const forecast = await forecastOf(ctx, state)
  const counts = new Map(forecast.directions.map(({ code, count }) => [code, count]))
  const settings = services.content.settings.panels
  const perDirection = directions.flatMap(({ id, minimum }) => [
    [`minimum.${id}`, String(minimum)],
    [`floor.${id}`, shown(limits.floors[id] ?? null)],
  ])
  return {
    title: t.panels.asking.editTitle,
    number: panel.number,
    name: panel.title,
    directions: directions.map(({ id, title }) => ({ id, title, count: counts.get(id) ?? 0 })),
    settings: { sizeMin: settings.sizeMin, sizeMax: settings.sizeMax, reserveMax: settings.reserveMax },
    bandOpen: settings.bandOpen,
    mayClosed: !settings.bandOpen && panelRules.selectClosed(mine.actor, {}) === null,
    soft: limits.soft,
    closedBand: limits.closed,
    today: dayOf(ctx.now, ctx.zone),
    revision: limits.revision,
    defaults: {
      ...{ size: String(panel.size), reserve: String(panel.reserve), lastDay: panel.lastDay },
      maxPerOrganisation: shown(panel.maxPerOrganisation),
      maxPerMunicipality: shown(panel.maxPerMunicipality),
      answerDays: String(panel.answerDays),
      hours: shown(panel.hours),
      ...{ maxPerNominator: shown(limits.maxPerNominator), maxGoing: shown(limits.maxGoing) },
      ...{ maxPeriod: shown(limits.maxPeriod), periodMonths: shown(limits.periodMonths) },
      ...{ restMonths: shown(limits.restMonths), developerMonths: shown(limits.developerMonths) },
      minHigh: limits.minHigh === 0 ? '' : String(limits.minHigh),
      ...(Object.fromEntries(perDirection) as Record<string, string>),
    },
  }
}
