import { Form, type FormProps } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from './button.tsx'
import { type FormError, FormErrors } from './form-errors.tsx'
import { useMessages } from './messages.tsx'
import { Page, Row, Stack } from './page.tsx'
import { PageHead } from './page-head.tsx'

type StepPageProps = {
  /** where one came from, and goes back to */
  back: { href: string; label: string }
  title: string
  lead: string
  /** of useServerForm */
  of: { form: Pick<FormProps, 'id' | 'onSubmit' | 'noValidate'>; errors: readonly FormError[]; busy: boolean }
  submit: string
  look?: 'main' | 'danger'
  /** files go with it */
  files?: boolean
  children: ReactNode
}

/** A page for one step that is signed or taken back: why, its fields, the one button, and the way back. */
export function StepPage({ back, title, lead, of, submit, look = 'main', files, children }: StepPageProps) {
  const { ui } = useMessages()
  return (
    <Page width="text">
      <PageHead crumbs={[back]} title={title} lead={lead} />
      <Form method="post" {...(files ? { encType: 'multipart/form-data' as const } : {})} {...of.form}>
        <Stack gap={3}>
          <FormErrors errors={of.errors} />
          {children}
          <Row>
            <Button look={look} aria-busy={of.busy}>
              {submit}
            </Button>
            <LinkButton href={back.href}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
