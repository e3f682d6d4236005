import { Form, useLoaderData } from '@remix-run/react'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { changesBetween, yearTotals } from '#app/domain/experts/changes.server.ts'
import { dayOr, monthsAfter } from '#app/domain/experts/registry.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { ChangeTable } from './change-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, t, visit }) => {
  // the page of today is kept for guests; other days are counted anew each time, over the whole registry
  if (url.search !== '')
    await countAttempt(ctx, 'days', visit.address, content().settings.rates.daysPerAddress)
  const today = dayOf(ctx.now, ctx.zone)
  const day = (name: string, otherwise: string) => dayOr(url.searchParams.get(name), otherwise)
  const to = day('to', today)
  const from = day('from', monthsAfter(to, -12))
  const known = day('known', today)
  const asked = known < today ? known : null
  return {
    title: t.experts.changes.title,
    description: t.experts.changes.lead,
    ...{ from, to, known: asked },
    changes: await changesBetween(ctx, { from, to, known: asked }),
    years: await yearTotals(ctx),
  }
})

/** The registry on two days side by side, and its growth by years. */
export default function ChangesPage() {
  const { title, from, to, known, changes, years } = useLoaderData<typeof loader>()
  const { experts } = useMessages()
  const format = useFormat()
  const words = experts.changes
  return (
    <Page>
      <PageHead crumbs={[{ href: '/experts', label: experts.title }]} title={title} lead={words.lead} />
      <Stack gap={6}>
        <Form method="get">
          <Row>
            <Field label={words.from} name="from" type="date" defaultValue={from} required />
            <Field label={words.to} name="to" type="date" defaultValue={to} required />
            {known && <input type="hidden" name="known" value={known} />}
            <Button look="main">{words.submit}</Button>
          </Row>
        </Form>
        <Facts
          facts={[
            { term: words.on(format.day(from)), value: format.number(changes.all.before) },
            { term: words.on(format.day(to)), value: format.number(changes.all.after) },
            { term: words.added, value: format.number(changes.all.added) },
            { term: words.left, value: format.number(changes.all.left) },
          ]}
        />
        <section>
          <SectionHead title={words.directions} />
          <ChangeTable name={experts.direction} rows={changes.directions} />
        </section>
        <section>
          <SectionHead title={words.municipalities} />
          <ChangeTable name={experts.municipality} rows={changes.municipalities} />
        </section>
        <BarChart
          title={words.years}
          unit={words.count}
          items={years.map(({ year, count, reported }) => ({
            label: reported ? words.reported(year) : String(year),
            value: count ?? 0,
            ...(count === null ? { text: words.noData } : {}),
          }))}
        />
      </Stack>
    </Page>
  )
}
