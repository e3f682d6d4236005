import { numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { resultsOf } from '#app/domain/questionnaires/results.server.ts'
import { questionnaireRules } from '#app/domain/questionnaires/rules.ts'
import type { Args } from '#app/web/serve.server.ts'

/** What was answered, to one version or to all, with groups apart where they are large enough. */
export async function resultsPage({ ctx, params, url, t, services, locale }: Args) {
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  const asked = url.searchParams.get('version')
  const version = asked ? numberOf(asked) : null
  const wanted = url.searchParams.get('by')
  const by = wanted === 'municipality' || wanted === 'role' ? wanted : null
  const { crosses, ...results } = await resultsOf(ctx, state, { version, by })
  const types = new Map<string, string>(
    services.content.organisationTypes.map(({ code, title }) => [code, title[locale]]),
  )
  const words = t.questionnaires.results
  const groupOf = (group: string | null) => {
    if (group === null) return words.rest
    if (by !== 'role') return group
    return group === 'expert' ? words.expert : (types.get(group) ?? group)
  }
  const name = (state.current ?? state.composing)?.form.title ?? ''
  return {
    title: `${words.title} · ${name}`,
    ...{ name, version, by, number: state.row.number, anonymous: state.row.anonymous },
    ...results,
    tallies: results.tallies.map((tally) => ({
      ...tally,
      crosses: (crosses.get(tally.question.code) ?? []).map((one) => ({ ...one, group: groupOf(one.group) })),
    })),
    minimum: state.facts.minimum,
    mayReport: ctx.actor !== null,
    mayHide: questionnaireRules.hide(ctx.actor, state.facts) === null,
    downloads: questionnaireRules.export(ctx.actor, state.facts) === null,
  }
}

export type TallyShown = Awaited<ReturnType<typeof resultsPage>>['tallies'][number]
