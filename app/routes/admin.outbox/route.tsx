import { useActionData } from '@remix-run/react'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { OutboxLook } from '#app/domain/notifications/forms.ts'
import { readOutbox } from '#app/domain/notifications/outbox.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { Letters } from './letters.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  authorize(accountRules.seeOutbox, acting(ctx).actor, {})
  return { title: t.admin.outbox.title }
})

/** Letters are shown in answer to a reason, never at an address that could be kept or sent. */
export const action = serveForm(OutboxLook, async ({ ctx, value }) => {
  const { rows, next } = await readOutbox(acting(ctx), value.reason, value.before)
  return { reason: value.reason, letters: rows, next: next ?? null }
})

export default function Outbox() {
  const words = useMessages().admin.outbox
  const answer = useActionData<typeof action>()
  const shown = answer && 'letters' in answer ? answer : null
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <Stack gap={4}>
      <FieldForm
        of={of}
        submit={words.open}
        lead={
          <Prose>
            <p>{words.lead}</p>
          </Prose>
        }
      >
        <Field
          label={words.reason}
          hint={words.reasonHint}
          required
          {...input('reason')}
          defaultValue={shown?.reason ?? input('reason').defaultValue}
        />
      </FieldForm>
      {shown && <Letters letters={shown.letters} reason={shown.reason} next={shown.next} />}
    </Stack>
  )
}
