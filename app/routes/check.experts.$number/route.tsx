import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { nameOf } from '#app/domain/experts/entries.server.ts'
import { filterOf, lastDay } from '#app/domain/experts/registry.ts'
import { numberOf } from '#app/domain/problem.ts'
import { DayChoice } from '#app/routes/experts/day-choice.tsx'
import { StatusList } from '#app/routes/experts_.$number/status-list.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './entry-check.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, url, t, locale, services }) => {
  const today = dayOf(ctx.now, ctx.zone)
  const { day, known } = filterOf(url.searchParams, today)
  const card = await cardOf(ctx, numberOf(params.number), { day, known })
  if (card.movedTo !== null) throw redirect(`/check/experts/${card.movedTo}${url.search}`, 301)
  const tiers = new Map(
    services.content.tiers.map(({ code, title }) => [code as string, title[locale]] as const),
  )
  const statuses = card.statuses.map((one) => ({
    ...{ ...one, last: one.to && lastDay(one.to), tier: tiers.get(one.tier) ?? one.tier },
  }))
  return {
    title: t.experts.card.check.title(card.number),
    ...{ number: card.number, name: nameOf(card), day, known, today },
    valid: statuses.filter(({ state }) => state === 'current'),
    others: statuses.filter(({ state }) => state !== 'current'),
  }
})

/** What a code on a printed card leads to: whether a status is in force, in what and by which act. Open facts only. */
export default function EntryCheckPage() {
  const { number, name, day, known, today, valid, others } = useLoaderData<typeof loader>()
  const words = useMessages().experts.card.check
  const format = useFormat()
  const suspended = others.some((one) => one.suspended && (one.last === null || one.last <= day))
  return (
    <Page width="text">
      <PageHead eyebrow={words.eyebrow} title={words.title(number)} lead={name} />
      <Stack gap={4}>
        {valid.length > 0 ? (
          <Notice kind="success" title={words.valid(format.day(day))}>
            <p>{words.validText(valid.length)}</p>
          </Notice>
        ) : (
          <Notice kind="warn" title={words.invalid(format.day(day))}>
            <p>{suspended ? words.suspended : words.invalidText}</p>
          </Notice>
        )}
        <DayChoice
          label={words.asOf}
          address={`/check/experts/${number}`}
          day={day}
          known={known}
          today={today}
        />
        {valid.length > 0 && (
          <section>
            <SectionHead title={words.directions} />
            <StatusList statuses={valid} />
          </section>
        )}
        {others.length > 0 && (
          <section>
            <SectionHead title={words.earlier} />
            <StatusList statuses={others} />
          </section>
        )}
        <p>
          <Anchor href={`/experts/${number}`}>{words.card}</Anchor>
        </p>
        <p className={styles.honest}>{words.honest}</p>
      </Stack>
    </Page>
  )
}
