import { documentAgreement } from '#app/domain/panels/agreement/of-document.ts'
import { conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { secondIn } from '#app/domain/panels/rounds/second-form.ts'
import type { GivenSecond } from '#app/domain/panels/rounds/second-marks.ts'
import { roundView } from '#app/domain/panels/rounds/view.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

/** A round: to be answered by its members, followed by whoever conducts it, read when it is closed. */
export async function roundPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const number = numberOf(params.number)
  const view = await roundView(mine, number)
  const { panel, object, facts } = view.state
  const common = {
    title: t.panels.rounds.title,
    writer: mine.actor.number,
    panel: { number, title: panel.title },
    object: { kind: object.kind, title: object.title },
    works: panelRules.read(mine.actor, facts) === null,
    mayOpen: panelRules.reconcile(mine.actor, facts) === null,
    follows: panelRules.readConclusion(mine.actor, facts) === null,
  }
  if (!view.round) return { ...common, round: null }
  const { round, own, criteria, typed, answered, silent, mayMark, mayClose, sees } = view
  return {
    ...common,
    round: {
      ...{ number: round.number, reason: round.reason, named: round.named, lastDay: round.lastDay },
      ...{ closedAt: round.closedAt, early: round.closedById !== null, closeReason: round.closeReason },
    },
    own: own && { sentAt: own.sentAt, sha256: own.sha256, edition: own.edition },
    ...{ criteria, typed, answered, silent, mayMark, mayClose, sees },
    change: round.closedAt && common.follows ? await changeOf(mine, number) : null,
  }
}

/** Agreement of the members over all criteria before the second marks and after. */
async function changeOf(ctx: ReturnType<typeof acting>, number: number) {
  const { view } = await conclusionOfPanel(ctx, number)
  if (!view) return null
  const { criteria, members, object } = view.body
  const { agreement } = content().settings.panels
  const first = criteria.map((one) => ({ ...one, marks: one.marks.map(({ second: _, ...mark }) => mark) }))
  const alphaOf = (of: typeof criteria) => documentAgreement(of, members, object.sha256, agreement).alpha
  return {
    before: alphaOf(first)?.value ?? null,
    after: alphaOf(criteria)?.value ?? null,
    criteria: criteria.flatMap(({ code, title, median, spread, before }) =>
      before ? [{ code, title, median, spread, before }] : [],
    ),
  }
}

/** What the form of second marks says. */
export async function secondOf({ ctx, params }: Args, form: FormData): Promise<GivenSecond[]> {
  const { round } = await roundView(acting(ctx), numberOf(params.number))
  return secondIn(round?.criteria ?? [], form)
}
