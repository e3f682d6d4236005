import { useLoaderData } from '@remix-run/react'
import { checkedShare, checkStaff, staffToCheck } from '#app/domain/desk/staff/checking.server.ts'
import { StaffCheck } from '#app/domain/desk/staff/forms.ts'
import { idOrNothing } from '#app/routes/desk_.imports._index/cursor.ts'
import { Meter } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CheckTable } from './check-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const year = Number(mine.actor.today.slice(0, 4))
  const everybody = url.searchParams.get('show') === 'all'
  const after = idOrNothing(url.searchParams.get('after'))
  const page = await staffToCheck(mine, year, { after, unsaid: !everybody })
  const here = (last?: string | null) => {
    const query = new URLSearchParams({
      ...(everybody ? { show: 'all' } : {}),
      ...(last ? { after: last } : {}),
    })
    return `/desk/staff/check${query.size > 0 ? `?${query}` : ''}`
  }
  return {
    ...{ title: t.staff.check.title, everybody, here: here(after) },
    rows: page.rows.map(({ id, number, name, post, work, verdict }, index) => ({
      ...{ id, index, number, name, post, work, verdict },
    })),
    next: page.next && here(page.next),
    first: after ? here() : null,
    ...(await checkedShare(mine, year)),
  }
})

/** Those who were said leave the list, so the next ones stand at its beginning. */
export const action = serveForm(StaffCheck, async ({ ctx, value }) => {
  await checkStaff(acting(ctx), value)
  return done(value.show === 'all' ? '/desk/staff/check?show=all' : '/desk/staff/check', 'saved')
})

export default function StaffCheckPage() {
  const { title, everybody, rows, next, first, done: said, all } = useLoaderData<typeof loader>()
  const { staff } = useMessages()
  const words = staff.check
  const of = useServerForm<Record<string, string>>()
  const percent = all === 0 ? 0 : Math.floor((said * 100) / all)
  const tabs = [
    { href: '/desk/staff/check', label: words.left, count: all - said, current: !everybody },
    { href: '/desk/staff/check?show=all', label: words.everybody, count: all, current: everybody },
  ]
  return (
    <Page>
      <PageHead crumbs={[{ href: '/desk/staff', label: staff.title }]} title={title} lead={words.lead} />
      <Stack gap={4}>
        <Meter label={words.label} value={said} max={all} valueText={words.done(said, all, percent)} />
        <Tabs tabs={tabs} label={words.label} />
        {rows.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <FieldForm
            of={of}
            submit={words.submit}
            action="/desk/staff/check"
            beside={
              <Button name="others" value="right">
                {words.allRight}
              </Button>
            }
          >
            {everybody && <input type="hidden" name="show" value="all" />}
            <CheckTable rows={rows} />
          </FieldForm>
        )}
        <Pagination previous={first} next={next} />
      </Stack>
    </Page>
  )
}
