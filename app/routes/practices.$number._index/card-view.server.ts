/** Loader of a practice's card: what readers see of one version, and its machine form for search engines. */
import { presentedAt } from '#app/domain/events/reading/card.server.ts'
import { cardOf, type PracticeCard } from '#app/domain/practices/reading/card.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { docHtml } from '#app/editor/doc-html.ts'
import { wordsOfCodes } from '#app/routes/practices._index/entry.ts'
import { formatFor } from '#app/ui/format.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { jsonLdOf } from './json-ld.ts'
import { stepsOf } from './steps.ts'

export async function cardPage(args: Args) {
  const { ctx, params, t, locale, services } = args
  const number = numberOf(params.number)
  const asked = params.v === undefined ? undefined : numberOf(params.v)
  const card = await cardOf(ctx, number, asked)
  const { state, version, withdrawn, follows, versions } = card
  const { practice, organisation } = state
  const words = t.practices.card
  const url = `${services.config.publicUrl}/practices/${number}`
  const read = versions.find((one) => one.state === 'published')
  const head = {
    ...{
      number,
      asked: asked ?? null,
      withdrawn,
      kind: wordsOfCodes('kind', locale).get(practice.kind) ?? '',
    },
    name: version.title,
    stateWord: practice.discardedAt
      ? words.states.discarded
      : practice.withdrawnAt
        ? words.states.withdrawn
        : words.states[version.state],
    ended: practice.withdrawnAt,
    reason: practice.withdrawnAt ? practice.withdrawReason : null,
    follows,
  }
  const facts = factsOf(card, args)
  return {
    title: withdrawn ? words.withdrawn : version.title,
    ...(withdrawn ? {} : { description: version.abstract }),
    ...head,
    abstract: withdrawn ? '' : version.abstract,
    organisation: organisation.name,
    facts,
    version: {
      number: version.number,
      state: version.state,
      publishedAt: version.publishedAt,
      sha256: version.sha256,
      returnReason: follows ? version.returnReason : '',
      publishOn: version.publishOn,
      at: version.publishedAt ?? version.savedAt,
    },
    newest: read && read.number !== version.number ? read.number : null,
    parts: withdrawn ? [] : partsOf(card, locale),
    authors: card.authors,
    files: card.files.map(({ id, name, size, mediaType }) => ({
      id,
      name,
      size,
      kind: kindOf(name, mediaType),
    })),
    versions: withdrawn
      ? []
      : versions.map(({ number, state, publishedAt, savedAt }) => ({
          number,
          state,
          at: publishedAt ?? savedAt,
          href:
            state === 'published'
              ? `/practices/${practice.number}`
              : `/practices/${practice.number}/versions/${number}`,
        })),
    advice: version.publishedAt ? card.advice : [],
    rubric: content().practices.rubric.criteria.map(({ title }) => title[locale]),
    citation: version.publishedAt ? citationOf(card, args, url) : null,
    steps: stepsOf(ctx.actor, state.facts, version.id === state.version.id),
    authorship: card.authorship,
    presented: withdrawn ? [] : await presentedAt(ctx, number),
    jsonLd:
      read && !withdrawn && asked === undefined
        ? jsonLdOf(card, { url, locale, site: services.content.instance.name.ru, facts })
        : null,
    og: withdrawn
      ? null
      : {
          title: version.title,
          description: version.abstract,
          url: asked === undefined ? url : `${url}/versions/${version.number}`,
          site: services.content.instance.shortName[locale],
        },
  }
}

export type CardView = Awaited<ReturnType<typeof cardPage>>

function factsOf({ state, version, direction, municipality }: PracticeCard, { locale }: Args) {
  const subjects = wordsOfCodes('subject', locale)
  const licence = content().practices.licences.find(({ code }) => code === version.licence)
  return {
    organisation: { name: state.organisation.name, code: state.organisation.code },
    municipality,
    direction,
    tier: version.tier ? (wordsOfCodes('tier', locale).get(version.tier) ?? null) : null,
    subjects: version.subjects.map((code) => subjects.get(code) ?? code),
    licence: licence ? { title: licence.title[locale], url: licence.url } : null,
  }
}

function partsOf({ parts }: PracticeCard, locale: Args['locale']) {
  return content().practices.sections.map(({ code, title }) => {
    const part = parts.get(code)
    return { code, title: title[locale], html: part ? docHtml(part.body) : '' }
  })
}

function citationOf(card: PracticeCard, { t, ctx }: Args, url: string): string {
  const { version, state, authors } = card
  const names = authors.flatMap(({ name }) => (name ? [shortName(name)] : []))
  const day = formatFor('ru', ctx.zone).dayDigits(version.publishedAt ?? ctx.now)
  const shown = names.length > 0 ? `${names.join(', ')}. `.replace('.. ', '. ') : ''
  const where = version.state === 'published' ? url : `${url}/versions/${version.number}`
  return t.practices.card.citation(
    shown,
    version.title,
    state.practice.number,
    version.number,
    state.organisation.name,
    where,
    day,
  )
}

/** «Ордынцева К. Л.» of a full name. */
function shortName(name: string): string {
  const [family = '', ...given] = name.split(' ')
  return [family, ...given.map((one) => `${one.slice(0, 1)}.`)].join('\u00a0')
}

const kindOf = (name: string, mediaType: string) =>
  (/\.([a-z0-9]{2,5})$/i.exec(name)?.[1] ?? mediaType).toUpperCase()
