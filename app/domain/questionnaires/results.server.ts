/** Results: responses that count, with what moderation hid; tallied for a page, or line by line for taking out. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { authorize } from '#app/domain/rules.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import { answers, hiddenAnswers, questionnaireVersions, responses } from '#db/schema/index.ts'
import { valueIn, valueText } from './answering.server.ts'
import type { QuestionnaireState } from './facts.server.ts'
import type { Question } from './forms.ts'
import { wordsIn } from './moderated.server.ts'
import { named } from './naming.server.ts'
import { questionnaireRules } from './rules.ts'
import { type Counted, type Cross, crossOf, questionsOf, type Tally, tally } from './tallying.ts'

export interface CountedResponse extends Counted {
  version: number
  sentAt: Date
  /** null: anonymous */
  person: { number: number; name: string | null } | null
  municipality: string | null
  /** `expert`, a code of content/organisations.yaml › types, or null */
  role: string | null
}

export interface Results {
  total: number
  invited: number
  versions: { number: number; answers: number }[]
  tallies: Tally[]
  crosses: Map<string, Cross[]>
}

/** What was answered, to one version or to all together; `by` adds how groups chose where they are large enough. */
export async function resultsOf(
  ctx: Ctx,
  state: QuestionnaireState,
  { version, by }: { version: number | null; by: 'municipality' | 'role' | null },
): Promise<Results> {
  authorize(questionnaireRules.results, ctx.actor, state.facts)
  const all = await countedResponses(ctx, state)
  const chosen = version === null ? all : all.filter((one) => one.version === version)
  const enough = chosen.length >= state.facts.minimum || (state.staff && !state.row.anonymous)
  const counted = enough ? chosen : []
  const published = state.versions.filter(({ publishedAt }) => publishedAt !== null)
  const forms = published.filter(({ number }) => version === null || number === version)
  const questions = questionsOf(forms.map(({ form }) => form))
  const grouped = state.row.anonymous ? null : by
  return {
    total: counted.length,
    invited: await invitedCount(ctx, state),
    versions: published.map(({ number }) => ({
      number,
      answers: all.filter((one) => one.version === number).length,
    })),
    tallies: questions.map((question) => named(state, masked(tally(question, counted)))),
    crosses: new Map(
      questions.flatMap((question) => {
        const cross = grouped ? crossBy(question, counted, grouped, state.facts.minimum) : []
        return cross.length > 0 ? [[question.code, cross] as const] : []
      }),
    ),
  }
}

/** Hidden words leave only the reason behind. */
function masked(one: Tally): Tally {
  return { ...one, texts: one.texts.map((said) => (said.hidden === null ? said : { ...said, text: '' })) }
}

function crossBy(
  question: Question,
  counted: readonly CountedResponse[],
  by: 'municipality' | 'role',
  minimum: number,
): Cross[] {
  if (!['one', 'many', 'scale'].includes(question.type)) return []
  const said = counted.flatMap((response) => {
    const answer = response.answers.find((one) => one.question === question.code)
    return answer && answer.value !== null ? [{ group: response[by], value: answer.value }] : []
  })
  return crossOf(question, said, minimum)
}

/** The responses that count, in the order of people's numbers; anonymous ones in the order of their random ids. */
export async function countedResponses(ctx: Ctx, { row }: QuestionnaireState): Promise<CountedResponse[]> {
  const lines = await ctx.db.execute<{
    id: string
    version: number
    sent: string
    number: number | null
    name: string | null
    municipality: string | null
    role: string | null
  }>(sql`
    select r.id, v.number as version, r.sent_at as sent, p.number,
      case when p.id is not null and ${nameShownOf(sql`p.id`)} then p.family_name || ' ' || p.given_name end as name,
      m.name as municipality,
      case when p.id is null then null when exists (select 1 from statuses s where s.person_id = p.id
        and s.during @> r.sent_at::date and upper_inf(s.known)) then 'expert' else o.type end as role
    from ${responses} r join ${questionnaireVersions} v on v.id = r.version_id
    left join people p on p.id = r.person_id
    left join lateral (select e.organisation_id from employments e
      where e.person_id = p.id and e.during @> r.sent_at::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    left join municipalities m on m.id = o.municipality_id
    where r.object_kind = 'questionnaire' and r.object_id = ${row.id} and r.sent_at is not null
      and (r.person_id is null or r.id in (select c.response_id from participations c where c.questionnaire_id = ${row.id}))
    order by p.number nulls last, r.id`)
  const said = await answersByResponse(ctx, row.id)
  return lines.map(({ id, version, sent, number, name, municipality, role }) => ({
    ...{ id, version, sentAt: new Date(sent), municipality, role },
    person: number === null ? null : { number, name },
    answers: said.get(id) ?? [],
  }))
}

const columns = {
  responseId: answers.responseId,
  question: answers.question,
  reason: answers.reason,
  notApplicable: answers.notApplicable,
  anchorId: answers.anchorId,
}

async function answersByResponse(ctx: Ctx, questionnaireId: string) {
  const rows = await ctx.db
    .select({
      answer: { ...columns, value: valueText },
      hidden: hiddenAnswers.reason,
      veil: hiddenAnswers.veil,
    })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .leftJoin(
      hiddenAnswers,
      and(eq(hiddenAnswers.responseId, answers.responseId), eq(hiddenAnswers.question, answers.question)),
    )
    .where(and(eq(responses.objectKind, 'questionnaire'), eq(responses.objectId, questionnaireId)))
    .orderBy(asc(answers.question))
  const by = new Map<string, Counted['answers'][number][]>()
  for (const { answer, hidden, veil } of rows) {
    const { responseId, value, ...rest } = answer
    by.set(responseId, [
      ...(by.get(responseId) ?? []),
      { ...rest, value: valueIn(value), hidden, veiled: veil !== null },
    ])
  }
  return by
}

async function invitedCount(ctx: Ctx, { row }: QuestionnaireState): Promise<number> {
  const [counted] = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from participations where questionnaire_id = ${row.id} and invited`,
  )
  return counted?.n ?? 0
}

/**
 * The words of a response as the results show them now; null when there are none to be seen. Of an anonymous one only
 * those to the question asked about: what else the same hand wrote is nobody's to learn.
 */
export async function reportable(
  ctx: Ctx,
  state: QuestionnaireState,
  id: string,
  asked: string | null = null,
): Promise<string | null> {
  authorize(questionnaireRules.results, ctx.actor, state.facts)
  if (state.facts.count < state.facts.minimum) return null
  const response = (await countedResponses(ctx, state)).find((one) => one.id === id)
  const form = state.versions.find(({ number }) => number === response?.version)?.form
  if (!response || !form) return null
  const seen = response.answers.filter(({ hidden }) => hidden === null)
  return (
    wordsIn(form, seen)
      .filter(({ question }) => !state.row.anonymous || question === asked)
      .map(({ words }) => words)
      .join('\n\n') || null
  )
}
