/** What the form of a contest offers, and the usual numbers. */
import { dayOf } from '#app/domain/ctx.ts'
import type { Args } from '#app/web/serve.server.ts'

/** Choices that a new contest and a changed one share. */
export function contestChoices({ services, locale }: Args) {
  const { tiers, sheets } = services.content
  return {
    tiers: tiers.map(({ code, title }) => ({ value: code as string, label: title[locale] })),
    forms: sheets.map(({ code, title }) => ({ value: code as string, label: title[locale] })),
  }
}

/** The values a new contest begins with: works for a month, a month of expertise, ten days of appeals. */
export function usualContest({ ctx, services }: Args, organisationId: string) {
  const { settings, tiers, sheets } = services.content
  const today = Date.parse(dayOf(ctx.now, ctx.zone))
  const later = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10)
  const { mendDays, perWork, reserve, load, answerDays } = settings.contests
  return {
    ...{ organisationId, title: '', about: '', basis: '', tier: tiers[1]?.code ?? '' },
    ...{ opensAt: `${later(7)}T09:00`, closesAt: `${later(37)}T18:00` },
    ...{ judgedUntil: later(67), appealUntil: later(77), questionnaire: sheets[0]?.code ?? '' },
    ...{ mendDays: String(mendDays), perWork: String(perWork), reserve: String(reserve), load: String(load) },
    ...{ answerDays: String(answerDays), maxPerOrganisation: '1', maxPerMunicipality: '' },
  }
}
