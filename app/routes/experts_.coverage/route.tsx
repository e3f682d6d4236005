import { Form, useLoaderData } from '@remix-run/react'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { coverageOn } from '#app/domain/experts/coverage.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { GapTable } from './gap-table.tsx'
import { Tiles } from './tiles.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, t, visit }) => {
  // the page of today is kept for guests; other days are counted anew each time, over the whole registry
  if (url.search !== '')
    await countAttempt(ctx, 'days', visit.address, content().settings.rates.daysPerAddress)
  const today = dayOf(ctx.now, ctx.zone)
  const { day, known, directions: asked } = filterOf(url.searchParams, today)
  const { directions, municipalities, unplaced } = await coverageOn(ctx, day, known)
  const direction = directions.find(({ code }) => asked.includes(code))?.code ?? null
  return {
    title: t.experts.coverage.title,
    description: t.experts.coverage.lead,
    ...{ today, day, known, directions, unplaced, direction },
    places: municipalities.map(({ by, ...place }) => ({
      ...place,
      shown: direction === null ? place.count : (by[direction] ?? 0),
      missing: directions.filter(({ code }) => !by[code]).map(({ title }) => title),
    })),
  }
})

/** «Белые пятна»: municipalities as tiles with their counts, and a table of what is missing where. */
export default function CoveragePage() {
  const { title, day, known, today, directions, direction, unplaced } = useLoaderData<typeof loader>()
  const { experts } = useMessages()
  const format = useFormat()
  const words = experts.coverage
  return (
    <Page>
      <PageHead crumbs={[{ href: '/experts', label: experts.title }]} title={title} lead={words.lead} />
      <Stack gap={6}>
        <Form method="get">
          <Row>
            <Select label={experts.direction} name="direction" defaultValue={direction ?? ''} key={direction}>
              <option value="">{words.all}</option>
              {directions.map(({ code, title: name, count }) => (
                <option key={code} value={code}>{`${name} (${format.number(count)})`}</option>
              ))}
            </Select>
            <Field label={experts.day} name="day" type="date" defaultValue={day} />
            {known && <input type="hidden" name="known" value={known} />}
            <Button look="main">{experts.showDay}</Button>
          </Row>
        </Form>
        <section>
          <SectionHead title={words.tiles(format.day(day))} />
          <Tiles />
          <p>{words.unplaced(unplaced)}</p>
          {day !== today && <p>{words.past}</p>}
        </section>
        <section>
          <SectionHead title={words.table} />
          <GapTable />
        </section>
      </Stack>
    </Page>
  )
}
