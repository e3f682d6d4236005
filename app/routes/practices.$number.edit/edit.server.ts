/** Loader of the page from which a card is written: its passport, its parts and how far each has come. */
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { lettersIn } from '#app/domain/practices/standing.ts'
import { directionsOffered, sectionsOf } from '#app/domain/practices/writing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { wordsOfCodes } from '#app/routes/practices._index/entry.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export async function editPage({ ctx, params, t, locale }: Args) {
  const mine = acting(ctx)
  const state = await practiceByNumber(ctx, numberOf(params.number))
  const { practice, version, organisation, facts } = state
  authorize(practiceRules.edit, ctx.actor, facts)
  const parts = await sectionsOf(ctx, version.id)
  const { kinds, sections, licences } = content().practices
  const kind = kinds.find(({ code }) => code === practice.kind)
  return {
    title: `${t.practices.writing.passport} · ${version.title}`,
    number: practice.number,
    name: version.title,
    kind: kind?.title[locale] ?? '',
    directed: kind?.direction ?? false,
    organisation: organisation.name,
    edition: version.edition,
    writer: mine.actor.number,
    value: {
      ...{ title: version.title, abstract: version.abstract, edition: String(version.edition) },
      ...{
        direction: version.directionVersionId ?? '',
        tier: version.tier ?? '',
        licence: version.licence ?? '',
      },
    },
    subjects: version.subjects,
    parts: sections.map(({ code, title, hint, least }) => {
      const kept = parts.get(code)
      return {
        code,
        least,
        title: title[locale],
        hint: hint[locale],
        letters: kept ? lettersIn(kept.body) : 0,
      }
    }),
    choices: {
      directions: (await directionsOffered(ctx)).map(({ id, title }) => ({ value: id, label: title })),
      tiers: [...wordsOfCodes('tier', locale)].map(([value, label]) => ({ value, label })),
      licences: licences.map(({ code, title }) => ({ value: code, label: title[locale] })),
      subjects: [...wordsOfCodes('subject', locale)].map(([code, title]) => ({ code, title })),
    },
  }
}
export type EditView = Awaited<ReturnType<typeof editPage>>
