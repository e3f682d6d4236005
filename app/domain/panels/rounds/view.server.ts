/**
 * A round as its readers see it. Members see marks and reasons of the others on its criteria, by name or without, as the
 * form says; second marks of others only when the round is closed. Whoever conducts without reading sheets sees who answered.
 */
import { sha256 } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { Mark } from '#app/domain/panels/conclusions/assembling.ts'
import { panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { panelRules, roundRules } from '#app/domain/panels/rules.ts'
import { filledSheets, type InSheet } from '#app/domain/panels/sheets/filled.server.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import type { Question } from '#db/schema/question.ts'
import { lastRound, type RoundRow, secondMarksOf, secondSheetsOf } from './facts.server.ts'
import { secondOut } from './second-form.ts'

export interface MarkShown extends Omit<Mark, 'person'> {
  key: string
  /** name, or number without a ground to show it; null: the form hides it */
  who: { name: string | null; number: number } | null
  /** place in the list of the nameless */
  place: number
  own: boolean
}
export interface RoundCriterion {
  code: string
  title: string
  scale: string[]
  notApplicable: boolean
  marks: MarkShown[]
}

export async function roundView(ctx: ActingCtx, number: number) {
  const state = await panelState(ctx, await panelIdOf(ctx, number))
  authorize(panelRules.readRound, ctx.actor, state.facts)
  const round = await lastRound(ctx, state.panel.id)
  if (!round) return { state, round: null }
  const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
  const seconds = await secondSheetsOf(ctx, round.id)
  const own = seconds.find(({ personId }) => personId === ctx.actor.personId) ?? null
  const whole = panelRules.readMarks(ctx.actor, state.facts) === null
  const sees = state.facts.allSent && (whole || own !== null)
  const filled = sees ? await filledSheets(ctx, state.panel.id) : []
  const places = await placesOf(
    ctx,
    seconds.map(({ personId }) => personId),
  )
  const names = new Map(places.map((place) => [place.number, place.name]))
  const show = { round, own: ctx.actor.number, named: whole || round.named, names }
  const facts = {
    ...state.facts,
    ...{ ownerId: own?.personId ?? '', closed: round.closedAt !== null, sent: own?.sentAt !== null },
  }
  const silent = seconds.filter(({ sentAt }) => sentAt === null)
  return {
    state,
    round,
    form,
    own,
    typed: own ? secondOut(await secondMarksOf(ctx, [own.id])) : {},
    mayMark: own !== null && roundRules.mark(ctx.actor, facts) === null,
    sees,
    mayClose: panelRules.closeRound(ctx.actor, state.facts) === null,
    answered: { sent: seconds.length - silent.length, all: seconds.length },
    silent: show.named
      ? silent.map(({ person }) => ({ number: person, name: names.get(person) ?? null }))
      : [],
    criteria: form.questions
      .filter(({ code }) => round.criteria.includes(code))
      .map((question) => criterionOf(question, filled, show)),
  }
}

type Showing = { round: RoundRow; own: number; named: boolean; names: ReadonlyMap<number, string | null> }

function criterionOf(question: Question, filled: readonly InSheet[], show: Showing): RoundCriterion {
  const { code, title, scale = [], notApplicable = false } = question
  // An order of its own for each round, so that a place in it says nothing of ranks; by ids of sheets, which others cannot
  // know: public numbers are few, and could be tried out.
  const keyed = filled
    .map((sheet) => ({ sheet, key: sha256({ round: show.round.id, sheet: sheet.sheetId }) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const marks = keyed.flatMap(({ sheet, key }, at): MarkShown[] => {
    const said = sheet.answers.find((answer) => answer.question === code)
    if (!said) return []
    const mark = said.notApplicable || typeof said.value !== 'number' ? null : said.value
    const own = sheet.person === show.own
    const second = sheet.second?.[code]
    const who =
      own || show.named ? { name: show.names.get(sheet.person) ?? null, number: sheet.person } : null
    const { reason, address } = said
    return [
      {
        key: key.slice(0, 12),
        place: at + 1,
        own,
        who,
        mark,
        reason,
        address,
        ...(second ? { second } : {}),
      },
    ]
  })
  return { code, title, scale, notApplicable, marks }
}

export type RoundView = Awaited<ReturnType<typeof roundView>>
