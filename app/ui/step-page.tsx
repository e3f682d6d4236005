import { LinkButton } from './button.tsx'
import { FieldForm, type FieldFormProps } from './field-form.tsx'
import { useMessages } from './messages.tsx'
import { Page } from './page.tsx'
import { PageHead } from './page-head.tsx'

type StepPageProps = Pick<FieldFormProps, 'of' | 'submit' | 'look' | 'files' | 'writer' | 'children'> & {
  /** where one came from, and goes back to */
  back: { href: string; label: string }
  title: string
  lead: string
}

/** A page for one step that is signed or taken back: why, its fields, the one button, and the way back. */
export function StepPage({ back, title, lead, of, submit, look, files, writer, children }: StepPageProps) {
  const { ui } = useMessages()
  return (
    <Page width="text">
      <PageHead crumbs={[back]} title={title} lead={lead} />
      <FieldForm
        of={of}
        submit={submit}
        look={look}
        files={files}
        {...(writer === undefined ? {} : { writer })}
        beside={<LinkButton href={back.href}>{ui.cancel}</LinkButton>}
      >
        {children}
      </FieldForm>
    </Page>
  )
}
