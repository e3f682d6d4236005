import { explainedPanel } from '#app/domain/panels/explained.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** What is shown of an explained choice; a number that is none asks nothing. */
export async function whyPage({ ctx, params, t, url }: Args) {
  const typed = (url.searchParams.get('person') ?? '').trim()
  const person = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined
  const shown = await explainedPanel(acting(ctx), numberOf(params.number), person)
  const { panel, directions, method, hand, total, prices, members, asked, pool, rules, waived } = shown
  const { number, title, maxPerOrganisation, maxPerMunicipality } = panel
  return {
    title: t.panels.why.title,
    panel: { number, title, maxPerOrganisation, maxPerMunicipality },
    directions,
    typed,
    ...{ method, hand, total, prices, members, asked, pool, waived },
    limits: {
      nominator: rules.maxPerNominator ?? 0,
      high: rules.minHigh ?? 0,
      fixed: rules.fixed?.length ?? 0,
    },
  }
}
