/** Stages of a discussion: those set, or those that the chosen order proposes. */
import { viewerOf } from '#app/domain/ctx.ts'
import { stagesOfProcess, withPlainYears } from '#app/domain/reviews/course/planning.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { anyOf, authorize } from '#app/domain/rules.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { ProcessStage } from '#content/types.ts'

/** Loader; for those who may open a discussion or move its terms. */
export async function stagesPage(args: Args) {
  const { ctx, params, t, url, locale } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const mayOpen = anyOf(reviewRules.openDiscussion, reviewRules.changeStages, reviewRules.edit)
  authorize(mayOpen, ctx.actor, shown.facts)
  const { processes, calendars } = content()
  const code = shown.process ?? url.searchParams.get('process') ?? processes[0]?.code
  const process = processes.find((one) => one.code === code) ?? processes[0]
  const opened = shown.stages.length > 0
  const { today } = viewerOf(ctx)
  const proposed = process
    ? stagesOfProcess(process, today, locale, withPlainYears(calendars, [today, dayAfter(today, 400)]))
    : []
  return {
    title: `${t.reviewWork.stages.title} · ${shown.draft.title}`,
    head: headOf(shown, args),
    opened,
    process: process?.code ?? '',
    processes: processes.map((one) => ({ value: one.code, label: one.title[locale], hint: one.summary })),
    stages: (opened ? shown.stages : proposed).map(({ kind, title, firstDay, lastDay }, at) => ({
      ...{ kind, title, firstDay, lastDay },
      order: opened ? null : orderView(process?.stages[at]),
    })),
  }
}

/** What the order says of a stage: its usual term, its limits, and whether it is to be chosen who is heard. */
function orderView(stage: ProcessStage | undefined) {
  if (!stage) return null
  const { days, unit, min, max, who } = stage
  return { days, unit, min, max, heard: who.includes('participant') }
}

export type StageField = Awaited<ReturnType<typeof stagesPage>>['stages'][number]
