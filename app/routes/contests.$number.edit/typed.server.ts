/** A contest as its form shows it: moments by the instance's clock. */
import type { Ctx } from '#app/domain/ctx.ts'
import { clockAt } from '#app/domain/panels/contests/clock.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'

export async function typedContest(ctx: Ctx, contest: ContestRow) {
  const { code } = await formOf(ctx, contest.questionnaireVersionId)
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    ...{ title: contest.title, about: contest.about, basis: contest.basis, tier: contest.tier as string },
    ...{ opensAt: clockAt(contest.opensAt, ctx.zone), closesAt: clockAt(contest.closesAt, ctx.zone) },
    ...{ judgedUntil: contest.judgedUntil, appealUntil: contest.appealUntil, questionnaire: code },
    ...{
      mendDays: number(contest.mendDays),
      perWork: number(contest.perWork),
      reserve: number(contest.reserve),
    },
    ...{ load: number(contest.load), answerDays: number(contest.answerDays) },
    maxPerOrganisation: number(contest.maxPerOrganisation),
    maxPerMunicipality: number(contest.maxPerMunicipality),
    ...{ edition: number(contest.edition), reason: '' },
  }
}
