import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Names = 'reason' | 'ground' | 'stageId' | 'lastDay' | 'before' | 'after' | 'blockId'
type WhyFormProps = {
  draft: { slug: string; title: string }
  words: { title: string; lead: string; submit: string }
  ground?: 'required' | { hint: string }
  danger?: boolean
  /** where it is called off; the course of the discussion when nothing is said */
  back?: string
  /** fields before the reason */
  fields?: (form: ReturnType<typeof useServerForm<Record<Names, string>>>) => ReactNode
}

/** A page with one act upon a discussion: its reason, its ground, and what happens next. */
export function WhyForm({ draft, words, ground, danger, back: where, fields }: WhyFormProps) {
  const { ui, reviewCourse } = useMessages()
  const server = useServerForm<Record<Names, string>>()
  const back = where ?? `/drafts/${draft.slug}/course`
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: back, label: draft.title }]} title={words.title} lead={words.lead} />
      <Form method="post" {...server.form}>
        <Stack gap={3}>
          <FormErrors errors={server.errors} />
          {fields?.(server)}
          <TextArea
            {...server.input('reason')}
            label={reviewCourse.reason}
            hint={reviewCourse.reasonHint}
            required
            rows={4}
          />
          {ground && (
            <Field
              {...server.input('ground')}
              label={reviewCourse.ground}
              hint={ground === 'required' ? reviewCourse.groundHint : ground.hint}
              required={ground === 'required'}
            />
          )}
          <Row>
            <Button look={danger ? 'danger' : 'main'} aria-busy={server.busy}>
              {words.submit}
            </Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
