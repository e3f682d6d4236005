import { Form, type FormProps } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { type FormError, FormErrors } from './form-errors.tsx'
import { Row, Stack } from './page.tsx'

export type FieldFormProps = Omit<FormProps, 'method' | 'encType'> & {
  /** of useServerForm */
  of: { form: Pick<FormProps, 'id' | 'onSubmit' | 'noValidate'>; errors: readonly FormError[]; busy: boolean }
  submit: ReactNode
  look?: 'main' | 'danger'
  /** files go with it */
  files?: boolean
  /** between the fields, in steps of the page's rhythm */
  gap?: 2 | 3 | 4
  /** what is read before the fields */
  lead?: ReactNode
  /** the number of who types: words are not taken from anybody else at the same computer */
  writer?: number
  /** where else one may go, beside the button */
  beside?: ReactNode
  children: ReactNode
}

/** A form of one column: what was refused, the fields, and the one button that sends them. */
export function FieldForm({
  of,
  submit,
  look = 'main',
  files,
  gap = 3,
  lead,
  beside,
  writer,
  children,
  ...form
}: FieldFormProps) {
  const button = (
    <Button look={look} aria-busy={of.busy}>
      {submit}
    </Button>
  )
  return (
    <Form
      method="post"
      {...(files ? { encType: 'multipart/form-data' as const } : {})}
      {...of.form}
      {...form}
    >
      <Stack gap={gap}>
        {lead}
        <FormErrors errors={of.errors} />
        {writer !== undefined && <input type="hidden" name="writer" value={writer} />}
        {children}
        {beside ? (
          <Row>
            {button}
            {beside}
          </Row>
        ) : (
          <div>{button}</div>
        )}
      </Stack>
    </Form>
  )
}
