import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { ImportView } from './view.server.ts'

/** Writing the list whole, or leaving it. */
export function CommitForm({ view: { id, kind, counts, revision } }: { view: ImportView }) {
  const { commit: words, discard, nominations } = useMessages().imports
  const own = kind === 'nominations' ? nominations : { heading: words.heading, submit: words.submit, discard }
  const { check, ...of } = useServerForm<Record<'leave', string>>()
  const will = counts.all - counts.rejected - counts.skipped
  return (
    <section>
      <SectionHead title={own.heading} />
      <Stack gap={3}>
        <FieldForm of={of} submit={own.submit} action={`/desk/imports/${id}?index`}>
          <p>
            {words.will(will)} {counts.undecided > 0 && words.undecided(counts.undecided)}
          </p>
          <input type="hidden" name="seen" value={revision} />
          {counts.rejected > 0 && <Checkbox {...check('leave')} label={words.leave(counts.rejected)} />}
        </FieldForm>
        <Form method="post" action={`/desk/imports/${id}/discarding`}>
          <Button>{own.discard}</Button>
        </Form>
      </Stack>
    </section>
  )
}
