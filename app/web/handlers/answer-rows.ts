/** Lines of the answers to a questionnaire: what is hidden is left out, names stand only where there is ground to show them. */
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { QuestionnaireState } from '#app/domain/questionnaires/facts.server.ts'
import { type Answer, choosesOther, otherOption, type Question } from '#app/domain/questionnaires/forms.ts'
import { type CountedResponse, countedResponses } from '#app/domain/questionnaires/results.server.ts'
import { questionsOf } from '#app/domain/questionnaires/tallying.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { Content } from '#content/types.ts'

type Words = Messages['questionnaires']

/** A head and one line a response, all cells as words. */
export async function answerRows(
  ctx: Ctx,
  state: QuestionnaireState,
  words: Words,
  types: Content['organisationTypes'],
  locale: Locale,
): Promise<string[][]> {
  const published = state.versions.filter(({ publishedAt }) => publishedAt !== null)
  const questions = questionsOf(published.map(({ form }) => form)).filter(({ type }) => type !== 'section')
  const titles = new Map(types.map(({ code, title }) => [code, title[locale]]))
  const named = !state.row.anonymous
  const { results } = words
  const who = [results.day, results.person, results.name, results.municipality, results.role]
  const head = [results.versionHead, ...(named ? who : []), ...questions.flatMap(headsOf)]
  const lines = (await countedResponses(ctx, state)).map((response) => [
    String(response.version),
    ...(named ? personOf(ctx, response, results, titles) : []),
    ...questions.flatMap((question) => cellsOf(question, response, words)),
  ])
  return [head, ...lines]
}

function personOf(
  ctx: Ctx,
  { sentAt, person, municipality, role }: CountedResponse,
  words: Words['results'],
  titles: ReadonlyMap<string, string>,
): string[] {
  const shown = role === 'expert' ? words.expert : (titles.get(role ?? '') ?? '')
  return [
    dayOf(sentAt, ctx.zone),
    String(person?.number ?? ''),
    person?.name ?? '',
    municipality ?? '',
    shown,
  ]
}

function headsOf({ type, title, rows = [] }: Question): string[] {
  return type === 'matrix' ? rows.map((row) => `${title}: ${row.title}`) : [title]
}

function cellsOf(question: Question, { answers }: CountedResponse, words: Words): string[] {
  const answer = answers.find((one) => one.question === question.code)
  if (question.type === 'matrix') return matrixCells(question, answer?.value ?? null)
  if (!answer || answer.value === null) return ['']
  if (answer.hidden !== null && (question.type === 'text' || choosesOther(answer.value)))
    return [words.results.hiddenCell]
  return [cellOf(question, answer, words)]
}

function cellOf(question: Question, { value, reason }: Answer, words: Words): string {
  const option = (code: string) => {
    if (code === otherOption && question.other) return `${words.page.otherOption}: ${reason}`
    return (question.options ?? []).find((one) => one.code === code)?.title ?? code
  }
  switch (question.type) {
    case 'one':
      return option(String(value))
    case 'many':
      return Array.isArray(value) ? value.map(option).join('; ') : ''
    case 'scale':
      return question.scale?.[Number(value)] ?? String(value)
    case 'number':
      return String(value).replace('.', ',')
    case 'file':
      return words.results.fileCell
    default:
      return String(value)
  }
}

function matrixCells({ rows = [], columns = [] }: Question, value: Answer['value']): string[] {
  const chosen = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return rows.map(({ code }) => columns.find((one) => one.code === chosen[code])?.title ?? '')
}
