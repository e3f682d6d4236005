import { useLoaderData } from '@remix-run/react'
import { checkedShare, checkStaff, staffToCheck } from '#app/domain/desk/staff/checking.server.ts'
import { StaffCheck } from '#app/domain/desk/staff/forms.ts'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Table } from '#app/ui/table.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const year = Number(mine.actor.today.slice(0, 4))
  const rows = (await staffToCheck(mine, year, 50)).map(({ number, name, post, work, verdict }, index) => ({
    ...{ index, number, name, post, work, verdict },
  }))
  return { title: t.staff.check.title, rows, ...(await checkedShare(mine, year)) }
})

export const action = serveForm(StaffCheck, async ({ ctx, value }) => {
  await checkStaff(acting(ctx), value)
  return done('/desk/staff/check', 'saved')
})

export default function StaffCheckPage() {
  const { title, rows, done: said, all } = useLoaderData<typeof loader>()
  const { staff, experts } = useMessages()
  const words = staff.check
  const of = useServerForm<Record<string, string>>()
  type Row = (typeof rows)[number]
  const percent = all === 0 ? 0 : Math.floor((said * 100) / all)
  const options = (['right', 'changed', 'left'] as const).map((value) => ({
    value,
    label: words.verdicts[value],
  }))
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/staff', label: staff.title }]}
        title={title}
        lead={`${words.lead} ${words.done(said, all, percent)}`}
      />
      <FieldForm of={of} submit={words.submit}>
        <Table
          caption={title}
          hideCaption
          rows={rows}
          rowKey={({ index }) => index}
          columns={[
            {
              label: staff.columns.person,
              head: true,
              cell: ({ name, number }: Row) => <PersonName name={name} note={experts.number(number)} />,
            },
            { label: words.work, cell: ({ post, work }: Row) => <span lang="ru">{`${post}, ${work}`}</span> },
            {
              label: words.verdict,
              cell: ({ index, number, name, verdict }: Row) => (
                <>
                  <input type="hidden" name={`rows[${index}].person`} value={number} />
                  <Select
                    name={`rows[${index}].verdict`}
                    label={`${words.verdict}: ${name}`}
                    hideLabel
                    defaultValue={verdict ?? ''}
                  >
                    <option value="">{words.unsaid}</option>
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </Select>
                </>
              ),
            },
            {
              label: words.note,
              cell: ({ index, name }: Row) => (
                <Field
                  name={`rows[${index}].note`}
                  label={`${words.note}: ${name}`}
                  hideLabel
                  maxLength={500}
                />
              ),
            },
          ]}
        />
      </FieldForm>
    </Page>
  )
}
