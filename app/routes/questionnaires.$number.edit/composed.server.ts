import { numberOf, Problem } from '#app/domain/problem.ts'
import { formFaults } from '#app/domain/questionnaires/composing.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { questionnaireRules } from '#app/domain/questionnaires/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** A questionnaire as those who compose it see it: the form being prepared, and what keeps it from being published. */
export async function composedPage({ ctx, params, t }: Pick<Args, 'ctx' | 'params' | 't'>) {
  const mine = acting(ctx)
  const state = await questionnaireByNumber(mine, numberOf(params.number))
  const { row, composing, current, facts, organisation, draft } = state
  authorize(questionnaireRules.compose, mine.actor, facts)
  const version = composing ?? current
  if (!version) throw new Problem('not-found')
  const faults = formFaults(version.form, row).map(({ question, code }) => ({
    question,
    text: sentenceOf(t, code),
  }))
  return {
    state,
    page: {
      title: version.form.title,
      ...{ number: row.number, kind: row.kind, form: version.form, seen: version.sha256, faults },
      organisation: organisation.shortName,
      draft,
      published: current?.number ?? null,
      composing: composing?.number ?? null,
      mayDiscard: questionnaireRules.discard(mine.actor, facts) === null,
      mayClose: row.kind !== 'sheet' && questionnaireRules.close(mine.actor, facts) === null,
    },
  }
}

export type ComposedPage = Awaited<ReturnType<typeof composedPage>>['page']
