import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Intake } from '#app/domain/reviews/intake/intake-forms.ts'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { type Answered, intakePage, intakeStep } from './intake.server.ts'
import { PaperFields } from './paper-fields.tsx'
import { RowFields } from './row-fields.tsx'
import { TableField } from './table-field.tsx'

export const loader = serve(intakePage)

export const action = serveForm(Intake, intakeStep)

export { titled as meta } from '#app/ui/titled.ts'

const emptyRow = { point: '', place: '', seen: '', remark: '', proposal: '', grounds: '' }

/** One paper with its remarks; each step comes back with all that was typed. */
export default function IntakePage() {
  const { head, versions, megabytes } = useLoaderData<typeof loader>()
  const reply = useActionData<{ answered?: Answered } & Partial<SubmissionResult<string[]>>>()
  const { ui, reviewIntake } = useMessages()
  const words = reviewIntake.form
  const answered = reply?.answered ?? null
  const refused = answered
    ? null
    : (reply?.initialValue as Partial<Answered['values']> & { rows?: unknown[] })
  const rows = answered?.rows ?? ((refused?.rows ?? [emptyRow]) as Partial<Answered['rows'][number]>[])
  const found = answered
    ? answered.problems
    : Object.entries(reply?.error ?? {}).flatMap(([field, texts]) =>
        (texts ?? []).map((text) => ({ text, field })),
      )
  const errorOf = (field: string) => found.filter((one) => one.field === field).map(({ text }) => text)
  const busy = useNavigation().state === 'submitting'
  const address = `/drafts/${head.draft.slug}/intake`
  return (
    <WorkPage head={head} current="intake" title={words.title} lead={words.lead}>
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        key={JSON.stringify(rows.map(({ seen, place }) => [seen, place]))}
      >
        <Stack gap={6}>
          <FormErrors
            errors={found.map(({ text, field }) => (field ? { text, field: `f-${field}` } : { text }))}
          />
          {answered?.twice && <Checkbox name="again" label={words.again} />}
          <PaperFields
            values={answered?.values ?? refused ?? {}}
            scan={answered?.scan ?? null}
            {...{ versions, megabytes, errorOf }}
          />
          <Stack gap={4}>
            <h2>{words.rows}</h2>
            <TableField
              table={answered?.table ?? null}
              upload={(answered?.values ?? refused)?.tableUpload}
              error={errorOf('table')}
            />
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the form
              <RowFields key={at} {...{ row, at, errorOf }} />
            ))}
            <Row>
              <Button name="step" value="more">
                {words.more}
              </Button>
              <Button name="step" value="check" aria-busy={busy}>
                {words.check}
              </Button>
            </Row>
          </Stack>
          <Row>
            <Button name="step" value="save" look="main" aria-busy={busy}>
              {words.save(rows.length)}
            </Button>
            <LinkButton href={address}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </WorkPage>
  )
}
