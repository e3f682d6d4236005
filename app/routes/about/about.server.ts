/** What the page about the community tells beside its text: whom it unites, its duties, systems, goal and roadmap. */
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { documentsByCode } from '#app/domain/documents/queries.server.ts'
import {
  dutyHolders,
  namedOrganisations,
  organisationFacets,
} from '#app/domain/organisations/queries.server.ts'
import { contentPage } from '#app/web/content-page.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import { roadmapOf } from './roadmap.ts'

export async function aboutPage({ ctx, locale }: Args) {
  const { instance, roadmap, organisations } = content()
  const cited = [instance.concept, roadmap.source, ...instance.parentSystems.map(({ basis }) => basis)]
  const doneBy = roadmap.stages.flatMap(({ sections }) =>
    sections.flatMap(({ items }) => items.flatMap((item) => item.doneBy ?? [])),
  )
  const papers = await documentsByCode(ctx, [...new Set([...cited, ...doneBy])])
  const paperOf = (code: string) => {
    const paper = papers.get(code)
    return paper ? { code, number: paper.number, day: paper.day, title: paper.title } : null
  }
  const names = new Map(organisations.map(({ code, shortName }) => [code, shortName]))
  const nameOf = (code: string) => ({ code, shortName: names.get(code) ?? code })
  return {
    ...contentPage('about', locale),
    tiers: await tiersOf(ctx, locale),
    duties: await dutyHolders(ctx),
    goal: { text: instance.goal, until: instance.goalUntil, paper: paperOf(instance.concept) },
    systems: instance.parentSystems.map(({ title, basis }) => ({ title, paper: paperOf(basis) })),
    principles: instance.principles,
    roadmap: {
      paper: paperOf(roadmap.source),
      stages: roadmapOf(roadmap, {
        today: viewerOf(ctx).today,
        dayOf: (code) => papers.get(code)?.day ?? null,
        nameOf,
      }),
    },
  }
}

export type Paper = { code: string; number: string; day: string | null; title: string }

/** Tiers with the bodies that the reference data names and how many organisations there are in all. */
async function tiersOf(ctx: Ctx, locale: Locale) {
  const { byTier, places } = await organisationFacets(ctx)
  const named = await namedOrganisations(ctx, ['federal', 'regional'])
  return content().tiers.map(({ code, title }) => ({
    code,
    title: title[locale],
    count: byTier.filter((row) => row.tier === code).reduce((sum, row) => sum + row.count, 0),
    municipalities: code === 'municipal' ? places.length : 0,
    named: named
      .filter((one) => one.tier === code && one.type !== 'unit')
      .map(({ code: own, shortName }) => ({ code: own, shortName })),
  }))
}
