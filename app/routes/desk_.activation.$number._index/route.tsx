import { useActionData, useLoaderData } from '@remix-run/react'
import { handOver } from '#app/domain/experts/activation/handing.server.ts'
import { Counter } from '#app/domain/experts/forms.ts'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { LetterForm } from './letter-form.tsx'
import { personOf } from './person.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { number, name, hasUser } = await personOf(args)
  return {
    ...{ title: args.t.activation.handing.title(number), number, name, hasUser },
    today: acting(args.ctx).actor.today,
  }
})

export const action = serveForm(Counter, async (args) => {
  const { id } = await personOf(args)
  return { given: await handOver(acting(args.ctx), args.services.vault, id, args.value) }
})

export default function HandingPage() {
  const { title, name, number, hasUser, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { activation } = useMessages()
  const { slips, handing: words } = activation
  const format = useFormat()
  const { input, ...of } = useServerForm<{ checked: string; checkedOn: string }>({ checkedOn: today })
  const given = reply && 'given' in reply ? reply.given : null
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/desk/slips', label: slips.title }]}
        title={title}
        eyebrow={name}
        lead={words.lead}
      />
      <Stack gap={6}>
        {given && (
          <Notice kind="success" title={`${words.counter.given}: ${given.code}`}>
            {words.counter.givenText(number, format.time(given.until))}
          </Notice>
        )}
        {hasUser && <Notice title={words.ready}>{words.readyText}</Notice>}
        <section>
          <SectionHead title={words.counter.title} />
          <FieldForm of={of} submit={words.counter.submit}>
            <Field
              label={words.counter.checked}
              hint={words.counter.checkedHint}
              required
              {...input('checked')}
            />
            <Field label={words.counter.checkedOn} type="date" required {...input('checkedOn')} />
          </FieldForm>
        </section>
        {!hasUser && (
          <section>
            <SectionHead title={words.letter.title} />
            <LetterForm number={number} />
          </section>
        )}
      </Stack>
    </Page>
  )
}
