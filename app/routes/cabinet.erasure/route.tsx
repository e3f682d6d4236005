import { Form, useLoaderData } from '@remix-run/react'
import { Erasure } from '#app/domain/experts/correcting/forms.ts'
import { askErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { ownErasure } from '#app/domain/experts/erasing/erasures.server.ts'
import { useWriter } from '#app/routes/cabinet/writer.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'

import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.ownData.erasure.title,
  request: (await ownErasure(acting(ctx))) ?? null,
}))

export const action = serveForm(Erasure, async ({ ctx, value }) => {
  await askErasure(acting(ctx), value.currentPassword)
  return done('/cabinet/erasure', 'sent')
})

export default function ErasurePage() {
  const { title, request } = useLoaderData<typeof loader>()
  const { accounts, ownData, ui } = useMessages()
  const words = ownData.erasure
  const format = useFormat()
  const { input, ...of } = useServerForm<{ currentPassword: string }>()
  const writer = useWriter()
  const recall = (
    <Form method="post" action="/cabinet/erasure/recall">
      <Button small>{words.recall}</Button>
    </Form>
  )
  return (
    <section>
      <SectionHead title={title} />
      <Stack gap={4}>
        {request?.state === 'open' && (
          <Notice title={words.waits(format.day(request.dueDay))} action={recall} />
        )}
        {request?.state === 'refused' && (
          <Notice kind="warn" title={words.refused}>
            <span lang="ru">{request.reason}</span>
          </Notice>
        )}
        <Prose>
          <p>{words.lead}</p>
          <ul>
            {words.goes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{words.stays}</p>
        </Prose>
        {request?.state !== 'open' && (
          <FieldForm
            {...writer}
            of={of}
            submit={words.submit}
            look="danger"
            beside={<Anchor href="/cabinet/consents">{ui.cancel}</Anchor>}
          >
            <Field
              label={accounts.fields.currentPassword}
              type="password"
              autoComplete="current-password"
              required
              {...input('currentPassword')}
            />
          </FieldForm>
        )}
      </Stack>
    </section>
  )
}
