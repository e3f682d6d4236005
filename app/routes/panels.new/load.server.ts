import { dayOf } from '#app/domain/ctx.ts'
import { requestableDrafts, requestingOrganisations } from '#app/domain/panels/objects/asking.server.ts'
import { directionChoices } from '#app/domain/panels/queries.server.ts'
import { withEligible } from '#app/domain/panels/requests/eligible.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { sheetTemplates } from '#app/domain/questionnaires/templates.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { SheetTemplate } from '#content/types.ts'

/** Drafts, directions, tiers and forms to choose from, and the usual numbers. */
export async function requestPage({ ctx, t, url, services, locale }: Args) {
  const mine = acting(ctx)
  if (!mine.actor.powers.some(({ capability }) => capability === 'panel.request'))
    throw new Problem('forbidden')
  const { settings, tiers, sheets } = services.content
  const drafts = await requestableDrafts(mine)
  const asking = await requestingOrganisations(mine)
  const slug = url.searchParams.get('draft')
  const chosen = drafts.find((draft) => draft.slug === slug) ?? drafts[0]
  const today = dayOf(ctx.now, ctx.zone)
  const term = settings.panels.answerDays + settings.panels.sheetDays
  return {
    title: t.panels.request.title,
    drafts: drafts.map(({ id, title }) => ({ value: id, label: title })),
    organisations: asking.map(({ id, name }) => ({ value: id, label: name })),
    directions: await withEligible(mine, await directionChoices(mine, today)),
    bandOpen: settings.panels.bandOpen,
    mayClosed: !settings.panels.bandOpen && panelRules.selectClosed(mine.actor, {}) === null,
    tiers: tiers.map(({ code, title }) => ({ value: code, label: title[locale] })),
    forms: await formsFor(mine, sheets, locale),
    limits: settings.panels,
    today,
    defaults: {
      ...{ objectKind: chosen ? 'draft' : 'system', resultKind: 'conclusion', draftId: chosen?.id ?? '' },
      ...{ subject: '', subjectAddress: '', owner: '', organisationId: asking[0]?.id ?? '', closed: '' },
      title: '',
      tier: tiers[1]?.code ?? '',
      size: String(Math.min(5, settings.panels.sizeMax)),
      reserve: '2',
      maxPerOrganisation: '1',
      maxPerMunicipality: '',
      ...{
        maxGoing: String(settings.panels.maxGoing),
        maxPerNominator: '',
        maxPeriod: '',
        periodMonths: '',
        restMonths: '',
      },
      ...{ developerMonths: '', minHigh: '' },
      answerDays: String(settings.panels.answerDays),
      hours: String(settings.panels.hours),
      lastDay: new Date(Date.parse(today) + term * 86_400_000).toISOString().slice(0, 10),
      questionnaire: sheets[0]?.code ?? '',
    },
  }
}

/** Sheets of the platform in the visitor's language, then those that the own organisations built. */
async function formsFor(ctx: ReturnType<typeof acting>, sheets: readonly SheetTemplate[], locale: Locale) {
  const known = new Map(sheets.map(({ code, title }) => [code, title[locale]]))
  const built = await sheetTemplates(ctx)
  const label = (one: (typeof built)[number]) => known.get(one.code) ?? one.title
  const own = built
    .filter(({ code }) => !known.has(code))
    .map((one) => ({ value: one.code, label: label(one) }))
  return [...[...known].map(([value, label]) => ({ value, label })), ...own]
}
