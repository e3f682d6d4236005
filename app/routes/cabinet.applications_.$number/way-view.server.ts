/** An application as its pages show it: the line of steps with days, the course, the results, what may be done now. */
import { applicationShown } from '#app/domain/assessment/way/applications.server.ts'
import { lineOf, type Mark } from '#app/domain/assessment/way/line.ts'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

type Shown = Awaited<ReturnType<typeof applicationShown>>

export async function wayView(ctx: ActingCtx, number: number, locale: Locale) {
  const shown = await applicationShown(ctx, number)
  const { one, stage, steps, results, list, order, survey, may } = shown
  const { grounds, terms } = content().applications
  const { today } = ctx.actor
  const titles = new Map(grounds.map(({ code, title }) => [code as string, title[locale]]))
  const bands = new Map(content().bands.map(({ code, title }) => [code as string, title[locale]]))
  return {
    ...{ number, stage, list, order, survey },
    line: line(shown, (moment) => dayOf(moment, ctx.zone)),
    direction: one.direction,
    due: one.due && stage === one.state ? { day: one.due, late: today > one.due } : null,
    by: one.organisation,
    letter: one.letterNumber && one.letterDay ? { number: one.letterNumber, day: one.letterDay } : null,
    steps: steps.map(({ grounds: codes, ...step }) => ({
      ...step,
      grounds: codes.map((code) => titles.get(code) ?? code),
    })),
    results: results.map(({ band, ...result }) => ({ ...result, band: band && (bands.get(band) ?? null) })),
    percent: content().instance.pass.percent,
    /** an appeal is still possible */
    appealable: one.state === 'refused' && one.due !== null && today <= one.due,
    days: terms,
    may,
  }
}

export type WayView = Awaited<ReturnType<typeof wayView>>

/** The line with the day of each step that is done. */
function line({ one, stage, steps, results, list, order, assessed }: Shown, dayOf: (moment: Date) => string) {
  const at = (...kinds: string[]) => {
    const step = steps.findLast(({ kind }) => kinds.includes(kind))
    return step ? (step.signedOn ?? dayOf(step.at)) : null
  }
  const days: Record<Mark, string | null> = {
    begun: dayOf(one.createdAt),
    consent: at('consented', 'declined'),
    survey: at('surveyed'),
    decision: at('admitted', 'refused', 'satisfied', 'upheld'),
    assessment: results.at(-1)?.day ?? null,
    list: list ? dayOf(new Date(list.at)) : null,
    order: order?.day ?? null,
  }
  const reached = (Object.keys(days) as Mark[]).filter((mark) => days[mark] !== null)
  const nominated = one.letterId !== null
  return lineOf(stage, { nominated, assessed, reached }).map((step) => ({
    ...step,
    day: step.state === 'ahead' ? null : days[step.mark],
    nominated,
  }))
}
