/** The page of a contest: for everybody its terms and course, for who holds it the next steps. */
import { stepsOf } from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { nominationsShown } from '#app/domain/panels/contests/queries.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { stages } from '#app/domain/panels/contests/stage.ts'
import { handingInFor, ownWorks } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'

const way = stages.filter((stage) => stage !== 'prepared' && stage !== 'cancelled')

export async function contestPage({ ctx, params }: Args) {
  const { contest, organisation, facts } = await contestByNumber(ctx, numberOf(params.number))
  const may = (rule: keyof typeof contestRules) => contestRules[rule](ctx.actor, facts) === null
  const { stage } = facts
  const hands = stage === 'open' && ctx.actor ? await handingInFor(ctx) : []
  const steps = await stepsOf(ctx, contest.id)
  return {
    title: contest.title,
    ...{ number: contest.number, about: contest.about, basis: contest.basis, organisation, stage },
    ...{ opensAt: contest.opensAt, closesAt: contest.closesAt, perWork: contest.perWork },
    ...{
      judgedUntil: contest.judgedUntil,
      appealUntil: contest.appealUntil,
      cancelReason: contest.cancelReason,
    },
    way: way.map((one) => ({ stage: one, state: stateOf(way.indexOf(one), way.indexOf(stage as never)) })),
    nominations: await nominationsShown(ctx, contest.id),
    // the reason of opening the key is between the secretary and who oversees it
    steps: steps.map((one) => ({
      ...one,
      reason: one.kind === 'key-read' && !may('read') ? '' : one.reason,
    })),
    own: ctx.actor ? await ownWorks(ctx, contest.id) : [],
    hands: hands.map(({ id, name }) => ({ value: id, label: name })),
    ...{
      mayChange: may('change'),
      mayAnnounce: may('announce'),
      mayCancel: may('cancel'),
      mayNominate: may('nominate'),
    },
    ...{ mayRead: may('read'), ranked: contest.rankedAt !== null, approved: contest.approvedAt !== null },
    coded: contest.codedAt !== null,
  }
}

function stateOf(at: number, current: number): 'done' | 'current' | 'ahead' {
  return at < current ? 'done' : at === current ? 'current' : 'ahead'
}
